package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.verify.ScenarioSuite;

/** Errors that travel between processes arrive whole. */
class PolicyExceptionTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();

    @Test
    void whatIsWrongSurvivesSerialization(@TempDir Path directory) throws Exception {
        Path latin = Files.write(directory.resolve("latin.drl"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.move(latin, directory.resolve("latin.json"));
        List<ThrowingCallable> failing = List.of(
                () -> new FactSetReader().read("t", "{\"asOf\": 7, \"tickt\": [}"),
                () -> new FactSetReader().read("t", "{\"asOf\": 7, \"tickt\": 1}"),
                () -> new FactSetReader().read(directory.resolve("latin.json")),
                () -> new FactSetReader().read(directory),
                () -> SupportPolicy.load(directory),
                () -> SupportPolicy.load(directory.resolve("none")),
                () -> ScenarioSuite.of(POLICY, directory),
                () -> PolicyTimeline.of(POLICY, POLICY),
                () -> POLICY.decide(FactSet.builder(Instant.EPOCH).build(), List.of(), "closure.permanet"));
        for (ThrowingCallable fails : failing) {
            PolicyException thrown = catchThrowableOfType(PolicyException.class, fails);
            PolicyException read = copy(thrown);
            assertThat(read.problems()).isNotEmpty().isEqualTo(thrown.problems());
            assertThat(read.getMessage()).isEqualTo(thrown.getMessage());
            assertThat(read.message(Locale.forLanguageTag("nl"))).isEqualTo(thrown.message(Locale.forLanguageTag("nl")));
        }
    }

    @Test
    void soDoesWhatIsWrongWithAFact() throws Exception {
        BadFactException thrown = catchThrowableOfType(BadFactException.class,
                () -> Product.builder().versions(List.of(new ProductVersion("v", null), new ProductVersion("v", null))).build());
        assertThat(copy(thrown).violations()).isNotEmpty().isEqualTo(thrown.violations());
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
