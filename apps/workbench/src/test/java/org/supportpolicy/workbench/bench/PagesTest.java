package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, wide and narrow, light and dark, in both languages: nothing breaks, nothing is cut off, all can be read and reached. */
class PagesTest {

    private static final int WIDE = 1280;
    private static final int NARROW = 400;
    private static final String TICKET = "{\"asOf\":\"2026-03-10T16:30:00+01:00\",\"ticket\":{\"state\":\"ACTIVE\"},"
            + "\"impact\":{\"functionalityLoss\":\"SIGNIFICANT\"},\"causes\":[{\"type\":\"ADDITION\",\"by\":\"CUSTOMER\"}]}";

    @TempDir
    private static Path place;

    private static BenchInChromium bench;

    @BeforeAll
    static void open() throws Exception {
        bench = new BenchInChromium(place);
        bench.page.ask("sessionStorage.setItem('bench.ticket', " + Chromium.quoted(TICKET) + ")");
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "nl, false", "nl, true"})
    void allCanBeReadAndReached(String language, boolean dark) throws Exception {
        int width = dark ? NARROW : WIDE;
        bench.page.look(width, 900, dark);
        bench.page.open(bench.server.origin() + "/?lang=" + language + "#editor?file=closure.drl");
        look("editor", language, dark, "document.querySelectorAll('.cm-line').length > 3");
        for (String tab : List.of("answer", "questions", "whyNot", "whatIf", "timeline", "letter", "scenario")) {
            bench.go("ticket");
            bench.page.click("[data-tab=" + tab + "]");
            look("ticket-" + tab, language, dark, "document.querySelectorAll('.facts > details').length > 10 "
                    + "&& document.querySelectorAll('[role=tabpanel]')[1].textContent.length > 30");
        }
        bench.page.click("[data-tab=json]");
        look("ticket-json", language, dark, "!!document.querySelector('#facts-json')");
        bench.go("changes");
        look("changes", language, dark, "!!document.querySelector('[data-tab=memo]')");
        bench.go("scenarios");
        look("scenarios", language, dark, "document.querySelectorAll('tbody tr').length > 50");
        bench.go("scenarios?table=scenarios/closure.yaml&line=3");
        look("grid", language, dark, "document.querySelectorAll('table.grid tbody tr').length > 5");
        bench.go("coverage");
        look("coverage", language, dark, "document.querySelectorAll('.bars svg').length === 2");
        bench.go("replay");
        bench.page.choose(".drop input", Files.writeString(place.resolve("tickets.jsonl"), TICKET + "\n" + TICKET + "\n"));
        look("replay", language, dark, "document.querySelectorAll('.counts svg').length > 2");
        bench.go("book");
        look("book", language, dark, "!!document.querySelector('iframe').contentDocument.querySelector('#glossary')");
    }

    private static void look(String name, String language, boolean dark, String there) throws Exception {
        String what = name + " " + language + (dark ? " dark" : " light");
        bench.page.await(there);
        assertThat(bench.page.ask("document.documentElement.lang").asText()).isEqualTo(language);
        assertThat(bench.page.ask("document.documentElement.scrollWidth").asInt()).as(what).isLessThanOrEqualTo(dark ? NARROW : WIDE);
        bench.accessible(what);
        bench.silent(what);
        String shots = System.getProperty("bench.shots", "");
        if (!shots.isEmpty()) {
            bench.page.shoot(Path.of(shots, what.replace(' ', '-') + ".png"));
        }
    }
}
