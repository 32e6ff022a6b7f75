package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lives of six tickets through the sections of the policy, in a browser, and what the database has of them afterwards. */
class LifeTest {

    @TempDir
    private static Path profile;
    private static Browser browser;

    private final DeskUnderTest desk = new DeskUnderTest();

    @BeforeAll
    static void start() throws Exception {
        browser = new Browser(profile);
        browser.look(1280, false);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void stop() {
        assertThat(browser.complaints()).isEmpty();
        desk.audit();
        desk.close();
    }

    // ---- what a person does in the browser

    private String file(Map<String, String> fields) {
        browser.open(desk.url + "/new?lang=en");
        fields.forEach(this::fill);
        press("main button.main");
        return browser.ask("location.pathname").asText().replace("/tickets/", "");
    }

    private void fill(String name, String value) {
        assertThat(browser.ask("(() => { const field = document.querySelector('[name=\"" + name + "\"]');"
                + "if (field.type === 'checkbox') field.click(); else field.value = '" + value + "'; return field.value; })()").asText())
                .as(name).isEqualTo(value);
    }

    private void press(String what) {
        browser.loading(() -> browser.ask("document.querySelector('" + what + "').click()"));
    }

    private void act(Act act) {
        press("button[value=" + act + "]");
    }

    private void say(String form, String text, Act act) {
        browser.ask("document.getElementById('" + form + "').value = '" + text + "'");
        act(act);
    }

    private void find(String... determinations) {
        for (String determination : determinations) {
            browser.ask("document.getElementById('" + determination + "').click()");
        }
        act(Act.FIND);
    }

    private void resolve(String ground) {
        fill("ground", ground);
        act(Act.RESOLVE);
    }

    private void pass(String time) {
        press("button[value=" + time + "]");
    }

    private String text(String selector) {
        return browser.ask("document.querySelector('" + selector + "').innerText").asText();
    }

    private String page() {
        return text("main");
    }

    // ---- the lives

    @Test
    void answeredInTimeSolvedAndClosedByItselfAWeekLater() {
        String number = file(DeskUnderTest.complete());
        assertThat(text("section[aria-labelledby=decision]")).contains("Support is owed", "Mon 5 Oct 2026, 14:00");
        pass("PT1H");
        say("support", "Which version is it?", Act.RESPOND);
        assertThat(text("section[aria-labelledby=decision]")).contains("given in time");
        find("INVESTIGATED", "SOLUTION_FOUND", "SOLUTION_COMMUNICATED");
        resolve("SOLVED");
        assertThat(text("section[aria-labelledby=decision]")).contains("Closes Tue 13 Oct 2026, 00:00")
                .doesNotContain("Against the policy");
        pass("P7D");
        assertThat(desk.state(number)).isEqualTo("RESOLVED");
        pass("P1D");
        assertThat(desk.state(number)).isEqualTo("CLOSED");
        assertThat(desk.rows("SELECT kind, detail FROM event ORDER BY id")).startsWith(List.of("FILED", ""),
                List.of("RESPOND", "Which version is it?"), List.of("FIND", "INVESTIGATED SOLUTION_FOUND SOLUTION_COMMUNICATED"),
                List.of("RESOLVE", "SOLVED")).endsWith(List.of("CLOSE", ""));
        assertThat(desk.facts(number)).contains("\"state\":\"CLOSED\"");
        assertThat(desk.ticket(number).validUntil()).as("the end of the guarantee").contains(Instant.parse("2027-09-08T00:00:00+02:00"));
    }

    @Test
    void anIncompleteOneWaitsUntilTheFormIsFilledIn() {
        String number = file(Map.of("person", "chloe", "product", "Remote Manager 9.6", "intake.subject", "Reports are slow",
                "impact.functionalityLoss", "MODERATE", "impact.productionImpact", "SOME"));
        assertThat(page()).contains("Support may put a ticket on hold", "none promised");
        act(Act.HOLD);
        assertThat(desk.state(number)).isEqualTo("ON_HOLD");
        pass("P1D");
        DeskUnderTest.complete().forEach((name, value) -> {
            if (browser.ask("document.querySelector('[id=\"supply." + name + "\"]') !== null").asBoolean()) {
                fill(name, value);
            }
        });
        act(Act.SUPPLY);
        act(Act.RELEASE);
        assertThat(text("section[aria-labelledby=decision]")).contains("to be given");
        assertThat(desk.events(number)).containsExactly("FILED", "HOLD", "SUPPLY", "RELEASE");
        assertThat(desk.facts(number)).contains("\"completedAt\":\"2026-10-06T08:00:00Z\"",
                "\"holds\":[{\"from\":\"2026-10-05T08:00:00Z\",\"to\":\"2026-10-06T08:00:00Z\"}]");
        assertThat(desk.decided(number)).contains("\"clockStartsAt\":\"2026-10-06T10:00:00+02:00\"",
                "\"dueAt\":\"2026-10-07T10:00:00+02:00\"");
    }

    @Test
    void oneWithoutAReplyIsResolvedAfterAWeekAndReopenedInTime() {
        String number = file(DeskUnderTest.complete());
        fill("awaited", "true");
        say("support", "Does it still happen?", Act.RESPOND);
        pass("P1D");
        fill("awaited", "true");
        say("support", "We have not heard from you.", Act.RESPOND);
        pass("P7D");
        assertThat(browser.ask("document.getElementById('ground').options[0].innerText").asText())
                .isEqualTo("The customer does not reply (holds now)");
        resolve("NO_CUSTOMER_REPLY");
        assertThat(text("section[aria-labelledby=decision]")).doesNotContain("Against the policy");
        pass("P1D");
        say("customer", "I was on leave; it still happens.", Act.REOPEN);
        assertThat(desk.state(number)).isEqualTo("ACTIVE");
        assertThat(desk.column("SELECT detail FROM event WHERE kind = 'CHANGED'")).anyMatch(detail -> detail.contains("closureGrounds"));
        assertThat(desk.events(number)).endsWith("RESOLVE", "REOPEN", "TAKE_UP");
    }

    @Test
    void anOutageThatNobodyAnswersIsLate() {
        String number = file(Map.of("person", "anna", "product", "Remote Manager 9.6", "intake.subject", "All is down",
                "impact.systemDown", "true", "impact.productionImpact", "CRITICAL"));
        assertThat(text("section[aria-labelledby=decision] .badge")).isEqualTo("1");
        DeskUnderTest.complete().forEach((name, value) -> {
            if (browser.ask("document.querySelector('[id=\"supply." + name + "\"]') !== null").asBoolean()) {
                fill(name, value);
            }
        });
        act(Act.SUPPLY);
        pass("PT1H");
        assertThat(text("section[aria-labelledby=decision]")).contains("to be given", "Reminder since");
        pass("PT1H");
        browser.open(desk.url + "/");
        assertThat(text("table.queue tbody")).contains(number, "All is down", "First response", "late");
        assertThat(desk.rows("SELECT kind, detail FROM event ORDER BY id")).contains(List.of("CHANGED", "firstResponse"));
        assertThat(desk.decided(number)).contains("\"status\":\"BREACHED\"");
    }

    @Test
    void aCallBySomebodyElseWaitsForAnAuthorisedContactAndTheHelpdesk() {
        Map<String, String> form = DeskUnderTest.complete();
        form.put("person", "bram");
        form.put("ticket.channel", "PHONE");
        String number = file(form);
        assertThat(text(".answer")).isEqualTo("Support is suspended");
        pass("PT1H");
        act(Act.TAKE_OVER);
        assertThat(text(".answer")).isEqualTo("Support is suspended");
        act(Act.ENTER);
        assertThat(text(".answer")).isEqualTo("Support is owed");
        assertThat(desk.events(number)).containsExactly("FILED", "TAKE_OVER", "ENTER");
        assertThat(desk.decided(number)).contains("\"answer\":\"OWED\"", "\"clockStartsAt\":\"2026-10-05T11:00:00+02:00\"");
    }

    @Test
    void thanksKeepItFromClosingAndOnceClosedItStaysClosed() {
        String number = file(DeskUnderTest.complete());
        say("support", "It is solved.", Act.RESPOND);
        find("INVESTIGATED", "SOLUTION_FOUND", "SOLUTION_COMMUNICATED");
        resolve("SOLVED");
        pass("P1D");
        say("customer", "Thanks!", Act.ANSWER);
        pass("P7D");
        pass("P7D");
        assertThat(desk.state(number)).isEqualTo("RESOLVED");
        act(Act.CLOSE);
        say("customer", "It is back.", Act.REOPEN);
        assertThat(desk.state(number)).isEqualTo("CLOSED");
        assertThat(desk.decided(number)).contains("REFUSE_REOPENING");
        assertThat(desk.events(number)).endsWith("CLOSE", "REOPEN");
    }

    @Test
    void anOpenQuestionIsAnsweredOnThePage() {
        String number = file(Map.of("person", "david", "product", "Backup 1.0", "intake.subject", "Restore fails"));
        String asked = browser.ask("document.querySelector('form.question [name=path]').value").asText();
        assertThat(text("section[aria-labelledby=questions]")).contains("?");
        browser.ask("(() => { const field = document.querySelector('form.question select'); field.selectedIndex = 1; })()");
        browser.loading(() -> browser.ask("document.querySelector('form.question button').click()"));
        assertThat(desk.events(number)).containsExactly("FILED", "SETTLE");
        assertThat(desk.decided(number)).doesNotContain("\"needs\":[\"" + asked + "\"");
        assertThat(desk.facts(number)).contains("\"" + asked.replaceFirst(".*\\.", "") + "\":");
    }

    @Test
    void timeCanOnlyBeLetPass() {
        assertThat(desk.post("/clock", Map.of("time", Duration.ofDays(-1).toString())).statusCode()).isEqualTo(400);
        file(DeskUnderTest.complete());
    }
}
