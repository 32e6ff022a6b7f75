package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as people have them: with a screen reader, by keyboard, on a phone, in the dark, in both languages. */
class PagesTest {

    private static final String NASTY = "<img src=x onerror=alert(1)> \"'&<script>alert(2)</script>";

    @TempDir
    private static Path folder;
    private static Browser browser;
    private static DeskUnderTest desk;
    private static List<String> pages;
    private static String axe;

    @BeforeAll
    static void start() throws Exception {
        browser = new Browser(folder.resolve("profile"));
        desk = new DeskUnderTest();
        String answered = desk.file(DeskUnderTest.complete());
        desk.act(answered, Act.RESPOND, Map.of("text", "Which version is it?", "awaited", "true"));
        desk.act(answered, Act.ANSWER, Map.of("text", "The one before the last."));
        String suspended = desk.file(Map.of("person", "bram", "ticket.channel", "PHONE", "ticket.kind", "PROBLEM", "product", "Backup 1.0",
                "intake.subject", "Restore fails", "impact.functionalityLoss", "MODERATE"));
        String nasty = desk.file(Map.of("person", "david", "intake.subject", NASTY, "intake.description", NASTY,
                "intake.serverUrl", "javascript:alert(3)"));
        desk.act(nasty, Act.ANSWER, Map.of("text", NASTY));
        String resolved = desk.file(DeskUnderTest.complete());
        desk.act(resolved, Act.RESOLVE, Map.of("ground", "SOLVED"));
        desk.pass(Duration.ofHours(3));
        desk.desk.load(Path.of(System.getProperty("project.root", "../.."), "examples/servicenow-replay/sample.csv"));
        desk.desk.timers().settle();
        pages = List.of("/", "/?state=CLOSED", "/new", "/tickets/" + answered, "/tickets/" + suspended, "/tickets/" + nasty,
                "/tickets/" + resolved, "/tickets/INC9000001", "/tickets/" + suspended + "/explanation", "/tickets/none");
        try (InputStream in = Objects.requireNonNull(PagesTest.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void end() {
        if (desk != null) {
            desk.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String page, String language) {
        browser.open(desk.url + page + (page.contains("?") ? "&" : "?") + "lang=" + language);
    }

    @ParameterizedTest
    @CsvSource({"en, false", "nl, false", "en, true", "nl, true"})
    void nothingBarsAnybody(String language, boolean dark) {
        browser.look(1280, dark);
        for (String page : pages) {
            open(page, language);
            browser.ask("document.querySelectorAll('details').forEach(each => each.open = true)");
            browser.ask(axe + "; 0");
            assertThat(browser.ask("axe.run().then(found => found.violations.map(each => each.id + ': '"
                    + " + each.nodes.map(node => node.html + ' '"
                    + " + node.failureSummary).join('; ')))")).as("%s in %s", page, language).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, en, false", "400, en, true", "1280, nl, true", "400, nl, false"})
    void eachFitsItsWidthAndCanBeRead(int width, String language, boolean dark) throws IOException {
        browser.look(width, dark);
        Path pictures = Files.createDirectories(Path.of("target", "pages")); // for people to look at
        for (String page : pages) {
            open(page, language);
            assertThat(browser.ask("document.documentElement.scrollWidth").asInt()).as(page).isLessThanOrEqualTo(width);
            assertThat(browser.ask("[...document.querySelectorAll('main *')].filter(each => each.childElementCount === 0 && each.innerText"
                    + " && parseFloat(getComputedStyle(each).fontSize) < 14).map(each => each.outerHTML)")).as(page).isEmpty();
            assertThat(browser.ask("document.documentElement.lang").asText()).isEqualTo(language);
            browser.shoot(pictures.resolve(width + "-" + language + page.replaceAll("\\W+", "-") + ".png"));
        }
    }

    @Test
    void nothingIsAskedOfAnotherMachineAndNothingFails() {
        browser.look(1280, false);
        browser.complaints();
        pages.stream().filter(page -> !page.endsWith("none")).forEach(page -> open(page, "en"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatPeopleWroteIsShownAsTheyWroteIt() {
        open(pages.get(5), "en");
        assertThat(browser.ask("document.querySelector('h1').innerText").asText()).endsWith(NASTY);
        assertThat(browser.ask("document.querySelector('.history blockquote').innerText").asText()).isEqualTo(NASTY);
        assertThat(browser.ask("document.querySelectorAll('main img, main script, a[href^=\"javascript:\"]').length").asInt()).isZero();
    }

    @Test
    void aTicketIsFiledByKeyboardAlone() {
        open("/new", "en");
        browser.press("Tab", 9);
        assertThat(browser.ask("document.activeElement.innerText").asText()).isEqualTo("Skip to the content");
        browser.press("Enter", 13);
        for (int i = 0; i < 5; i++) { // contact, channel, kind, product, subject
            browser.press("Tab", 9);
        }
        assertThat(browser.ask("document.activeElement.id").asText()).isEqualTo("intake.subject");
        assertThat(browser.ask("getComputedStyle(document.activeElement).outlineStyle").asText()).isEqualTo("solid");
        browser.type("Filed by keyboard");
        browser.loading(() -> browser.press("Enter", 13));
        assertThat(browser.ask("document.querySelector('h1').innerText").asText()).endsWith("Filed by keyboard");
    }

    @Test
    void whatCannotBeFiledIsSaidAndKept() {
        Map<String, String> fields = DeskUnderTest.complete();
        fields.put("intake.sampleMachines", "srv-01"); // without a group
        String page = desk.post("/tickets", fields).body();
        assertThat(page).contains("role=\"alert\"", "value=\"srv-01\"", "All of them stop");
        fields.put("intake.sampleMachines", "root.hq/srv-01");
        fields.put("ticket.kind", "QUESTION");
        assertThat(desk.post("/tickets", fields).statusCode()).isEqualTo(422);
    }

    @Test
    void anotherSiteCannotFileAnything() throws Exception {
        int before = desk.column("SELECT number FROM ticket").size();
        Path page = Files.writeString(folder.resolve("other.html"), "<form method=post action='" + desk.url + "/tickets'>"
                + "<input name=intake.subject value=x></form>");
        browser.open(page.toUri().toString());
        browser.loading(() -> browser.ask("document.forms[0].submit()"));
        assertThat(browser.ask("document.title").asText()).contains("another site");
        assertThat(desk.column("SELECT number FROM ticket")).hasSize(before);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("desk_nl").keySet()).isEqualTo(texts("desk").keySet());
        assertThat(texts("desk_nl").values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(PagesTest.class.getResourceAsStream("/" + name + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }
}
