package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.json.DecisionReader;
import org.supportpolicy.json.WrittenDecision;

/** Schemas are printed, and decisions in the form that was asked for. */
class ShowSchemaTest {

    private static final String TICKET = "examples/tickets/server-down.json";

    @ParameterizedTest
    @CsvSource({"fact-set,en", "FACT-SET,nl", "decision,en", "decision,nl"})
    void aSchemaIsPrintedAsItStandsInTheDocumentation(String document, String language) throws IOException {
        MainTest.Outcome outcome = run("", "schema", document, "--lang", language);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo(Files.readString(Path.of("docs/schema", document.toLowerCase(Locale.ROOT) + "." + language + ".json")));
        assertThat(run("", "schema").out()).isEqualTo(run("", "schema", "fact-set").out());
        assertThat(run("", "schema", "ticket").status()).isEqualTo(2);
    }

    @Test
    void whatIsNeitherADocumentNorADirectoryIsRefused() {
        assertThat(run("", "schema", "my-dsk").err()).startsWith("The value (my-dsk) of fact-set|decision|DIR must be fact-set, decision, or a directory with rule files.");
        assertThat(run("", "schema", "my-dsk", "--lang", "nl").err())
                .startsWith("De waarde (my-dsk) van fact-set|decision|DIR moet zijn: fact-set, decision, of een map met regelbestanden.");
        assertThat(run("", "schema", "my-dsk", "src").err()).startsWith("The value (my-dsk) of fact-set|decision|DIR must be one of fact-set, decision.");
    }

    @Test
    void decisionsAreWrittenInTheFormThatWasAskedFor() {
        WrittenDecision whole = decide();
        assertThat(decide("--profile", "full", "--reasons", "words", "--lang", "en")).isEqualTo(whole);
        assertThat(decide("--profile", "answers").reasons()).isEmpty();
        assertThat(decide("--section", "support").support()).isPresent().isEqualTo(whole.support());
        assertThat(decide("--section", "support").entitlement()).isEmpty();
        assertThat(decide("--reasons", "structured").findings()).isNotEmpty();
        assertThat(decide("--lang", "nl").reasons()).anyMatch(reason -> reason.concludes().equals("urgentie 1"));
        assertThat(whole.reasons()).anyMatch(reason -> reason.concludes().equals("urgency 1"));
    }

    private static WrittenDecision decide(String... options) {
        String[] args = Stream.concat(Stream.of("decide", "--json", TICKET), Stream.of(options)).toArray(String[]::new);
        MainTest.Outcome outcome = run("", args);
        assertThat(outcome.err()).isEmpty();
        return new DecisionReader().read("decide", outcome.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "decide --section support " + TICKET + "                            | --section must stand beside --json.",
        "decide --reasons structured " + TICKET + "                         | --reasons must stand beside --json.",
        "decide --json --section support --profile answers " + TICKET + "   | --section must not stand beside --profile.",
        "decide --json --section support --with-facts " + TICKET + "        | --section must not stand beside --with-facts.",
        "decide --json --section suport " + TICKET + "                      | The section (suport) must be one of support, entitlement, "})
    void whatCannotGoTogetherIsWrongUsage(String command, String message) {
        MainTest.Outcome outcome = run("", command.trim().split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(message);
    }
}
