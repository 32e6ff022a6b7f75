package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"en", "nl"})
    void allCanBeReadAndReached(String language) throws Exception {
        bench.page.look(WIDE, 900, false);
        bench.page.open(bench.server.origin() + "/?lang=" + language + "#editor?file=closure.drl");
        look("editor", language, "document.querySelectorAll('.cm-line').length > 3");
        for (String tab : List.of("answer", "questions", "whyNot", "whatIf", "timeline", "letter", "scenario")) {
            bench.go("ticket");
            bench.page.click("[data-tab=" + tab + "]");
            look("ticket-" + tab, language, "document.querySelectorAll('.facts > details').length > 10 "
                    + "&& document.querySelectorAll('[role=tabpanel]')[1].textContent.length > 30");
        }
        bench.page.click("[data-tab=json]");
        look("ticket-json", language, "!!document.querySelector('#facts-json')");
        bench.go("changes");
        look("changes", language, "!!document.querySelector('[data-tab=memo]')");
        bench.go("scenarios");
        look("scenarios", language, "document.querySelectorAll('tbody tr').length > 50");
        bench.go("scenarios?table=scenarios/closure.yaml&line=3");
        look("grid", language, "document.querySelectorAll('table.grid tbody tr').length > 5");
        bench.go("coverage");
        look("coverage", language, "document.querySelectorAll('.bars svg').length === 2");
        bench.go("replay");
        bench.page.choose(".drop input", Files.writeString(place.resolve("tickets.jsonl"), TICKET + "\n" + TICKET + "\n"));
        look("replay", language, "document.querySelectorAll('.counts svg').length > 2");
        bench.go("book");
        look("book", language, "!!document.querySelector('iframe').contentDocument.querySelector('#glossary')");
    }

    /** Waits for the page, then sees it at both widths in both colours, and leaves it wide and light. */
    private static void look(String name, String language, String there) throws Exception {
        bench.page.await(there);
        assertThat(bench.page.ask("document.documentElement.lang").asText()).isEqualTo(language);
        for (int width : List.of(NARROW, WIDE)) {
            for (boolean dark : List.of(true, false)) {
                bench.page.look(width, 900, dark);
                bench.page.await("innerWidth === " + width);
                seen(name + " " + language + (dark ? " dark " : " light ") + width, width, dark);
            }
        }
    }

    /** The rules of accessibility take longest: narrow they are held to the dark, wide to the light. */
    private static void seen(String what, int width, boolean dark) throws Exception {
        assertThat(bench.page.ask("document.documentElement.scrollWidth").asInt()).as(what).isLessThanOrEqualTo(width);
        if (dark == (width == NARROW)) {
            bench.accessible(what);
        }
        bench.silent(what);
        String shots = System.getProperty("bench.shots", "");
        if (!shots.isEmpty()) {
            bench.page.shoot(Path.of(shots, what.replace(' ', '-') + ".png"));
        }
    }
}
