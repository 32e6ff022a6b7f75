package org.supportpolicy.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a file is cut and wherever a reader goes on, each line is read once, and its number is found. */
class LineReaderTest {

    private static final Configuration NOTHING = new Configuration();

    @TempDir
    private Path directory;

    @Test
    void piecesGiveEachLineOnce() throws Exception {
        Random random = new Random(1);
        LineFormat format = new LineFormat();
        for (int i = 0; i < 150; i++) {
            String text = random.ints(random.nextInt(40), 0, 5).mapToObj(one -> List.of("a", "b", "\n", "\r", "\r\n").get(one))
                    .reduce("", String::concat);
            Path file = Files.writeString(directory.resolve("file"), text);
            List<String> expected = List.of(text.split("\r\n|\r|\n", -1));
            if (expected.get(expected.size() - 1).isEmpty()) {
                expected = expected.subList(0, expected.size() - 1);
            }
            List<String> read = new ArrayList<>();
            LineNumbers numbers = new LineNumbers();
            for (FileSourceSplit piece : new Pieces(1 + random.nextInt(9))
                    .enumerateSplits(new org.apache.flink.core.fs.Path[] {new org.apache.flink.core.fs.Path(file.toUri())}, 1)) {
                int left = random.nextInt(4);
                CheckpointedPosition position = read(format.createReader(NOTHING, piece), left, read, numbers);
                if (position != null) {
                    read(format.restoreReader(NOTHING, piece.updateWithCheckpointedPosition(position)), Integer.MAX_VALUE, read, numbers);
                }
            }
            assertThat(read).as(text).isEqualTo(expected);
        }
    }

    /** Reads so many lines, and returns where a checkpoint would have the reader go on; null when it came to the end. */
    private static CheckpointedPosition read(BulkFormat.Reader<Line> reader, int most, List<String> lines, LineNumbers numbers)
            throws Exception {
        CheckpointedPosition position = null;
        try (reader) {
            for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
                for (RecordAndPosition<Line> next = batch.next(); next != null; next = batch.next()) {
                    lines.add(new String(next.getRecord().bytes, StandardCharsets.UTF_8));
                    assertThat(numbers.of(next.getRecord())).isEqualTo(lines.size());
                    position = new CheckpointedPosition(next.getOffset(), next.getRecordSkipCount());
                    if (lines.size() >= most) {
                        return position;
                    }
                }
            }
        }
        return null;
    }
}
