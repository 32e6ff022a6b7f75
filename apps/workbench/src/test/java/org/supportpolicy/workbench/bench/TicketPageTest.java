package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a ticket and the grid of a table, in Dutch. */
class TicketPageTest {

    @TempDir
    private static Path place;

    private static BenchInChromium bench;
    private static Chromium page;

    @BeforeAll
    static void start() throws Exception {
        bench = new BenchInChromium(place);
        page = bench.page;
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void open() {
        page.goAway();
        page.open(bench.server.origin() + "/?lang=nl#ticket");
        page.await("!!document.querySelector('#fact-desk')");
    }

    @Test
    void eachFieldOfTheFormHasItsNameInWords() {
        String fields = "[...document.querySelectorAll('.facts label, .facts legend')].map(each => each.textContent)";
        assertThat(page.ask(fields)).extracting(each -> each.asText())
                .contains("maandag", "zondag", "Urgentie 1", "Urgentie 4", "Verwachte uitkomst", "Stappen om het na te doen")
                .noneMatch(each -> each.matches("[A-Z]{4,}|[a-z]*toreproduce|Een tijdsduur.*"));
        bench.silent("form");
    }

    @Test
    void aTimeIsThatOfTheClocksOfTheDeskAlsoOnTheDayTheyChange() {
        for (String[] time : new String[][] {{"2025-03-30T01:45", "+01:00"}, {"2025-03-30T03:15", "+02:00"}, {"2025-10-26T01:30", "+02:00"},
                {"2025-10-26T03:30", "+01:00"}}) {
            page.ask("(() => { const field = document.querySelector('.facts input[type=datetime-local]'); field.value = '" + time[0]
                    + "'; field.dispatchEvent(new Event('change', {bubbles: true})); })()");
            page.await("document.querySelector('.moment .quiet').textContent === '" + time[1] + "'");
        }
        bench.silent("times");
    }

    @Test
    void whatFailsInATicketStandsWhereItWasTyped() {
        page.click("[data-tab=json]");
        page.click("#facts-json");
        page.ask("document.activeElement.select(); 0");
        page.type("{\"asOf\": \"2026-03-10T16:30:00+01:00\",\n \"nothing\": 1}");
        page.await("!!document.querySelector('.refused')?.textContent.startsWith('2:2')");
        page.ask("sessionStorage.removeItem('bench.ticket')");
        page.goAway();
        page.complaints();
    }

    @Test
    void rowsThatAreNotSavedStayUntilTheyAreDiscarded() {
        String first = "document.querySelector('table.grid tbody input')";
        bench.go("scenarios?table=scenarios/closure.yaml&line=3");
        page.await("!!" + first);
        String before = page.ask(first + ".value").asText();
        page.ask("(() => { const field = " + first + "; field.value = '2025-01-01T00:00:00Z'; "
                + "field.dispatchEvent(new Event('change', {bubbles: true})); })()");
        page.await("!!document.querySelector('h1 .tag')");
        bench.go("scenarios");
        page.await("document.querySelectorAll('tbody tr').length > 50");
        bench.go("scenarios?table=scenarios/closure.yaml&line=3");
        page.await(first + "?.value === '2025-01-01T00:00:00Z' && !!document.querySelector('h1 .tag')");
        page.click(".buttons button:not(.main):not(:disabled)");
        page.await(first + ".value === " + Chromium.quoted(before) + " && !document.querySelector('h1 .tag')");
        bench.silent("rows");
    }
}
