package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {

    /** Gives as many bytes as it likes. */
    private static InputStream inPieces(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(length, 1 + random.nextInt(3)));
            }

            @Override
            public synchronized int available() {
                return random.nextBoolean() ? super.available() : 0;
            }
        };
    }

    @Test
    void linesEndWhereReadersEndThem() throws IOException {
        Random random = new Random(5);
        String[] pieces = {"a", "é", "\uFFFD", "𝄞", " ", "\n", "\r", "\r\n", "\u2028", "{}"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            List<String> read = new ArrayList<>();
            try (Lines lines = new Lines(inPieces(text.toString(), random), () -> {})) {
                lines.ready();
                for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                    assertThat(line.number()).isEqualTo(read.size() + 1);
                    assertThat(line.isBlank()).isEqualTo(line.text("text").isBlank() && !line.text("text").contains("\u2028"));
                    read.add(line.text("text"));
                    lines.ready();
                }
            }
            assertThat(read).isEqualTo(new BufferedReader(new StringReader(text.toString())).lines().toList());
        }
    }

    @Test
    void aLineMayHaveTheMostBytesAndNoMore() throws IOException {
        String longest = "a".repeat(Lines.LONGEST);
        try (Lines lines = new Lines(new ByteArrayInputStream((longest + "\n" + longest + "b\n" + longest).getBytes(StandardCharsets.UTF_8)), () -> {})) {
            assertThat(List.of(lines.next(), lines.next(), lines.next())).extracting(Lines.Line::cut).containsExactly(false, true, false);
            assertThat(lines.next()).isNull();
        }
    }
}
