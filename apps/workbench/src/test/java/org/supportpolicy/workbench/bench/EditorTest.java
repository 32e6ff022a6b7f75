package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor marks, completes, explains, leads on and mends; and what was typed is never lost, nor written over what others wrote. */
class EditorTest {

    private static final String RULES = "closure.drl";
    private static final String PATTERN = "Conversation( unansweredAttempts >= 2, unansweredSinceFirst )";
    private static final int F2 = 113;
    private static final int F12 = 123;

    @TempDir
    private Path place;

    private BenchInChromium bench;
    private Chromium page;

    @BeforeEach
    void open() throws Exception {
        bench = new BenchInChromium(place);
        page = bench.page;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Puts the caret before a text of the file that is shown. */
    private void caret(String before) {
        String text = bench.text(RULES);
        int at = text.indexOf(before);
        assertThat(at).isPositive();
        bench.edit(RULES);
        bench.go("editor?file=" + RULES + "&line=" + (text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0))
                + "&column=" + (at - text.lastIndexOf('\n', at - 1)));
        page.await("document.activeElement.classList.contains('cm-content') "
                + "&& document.querySelector('.cm-activeLine').textContent.includes("
                + Chromium.quoted(before.lines().findFirst().orElseThrow()) + ")");
    }

    @Test
    void aTypoIsMarkedAtItsPlaceAndMendedByItsAdvice() {
        caret("unansweredAttempts >= 2, unansweredSinceFirst");
        page.press("Delete", 46, 0);
        page.await("document.querySelector('.cm-lintRange-error')?.textContent === 'nansweredAttempts'");
        bench.accessible("a typo");
        page.click(".problems a.code");
        page.await("!!document.querySelector('.explained strong') && !!document.querySelector('.explained pre')");
        bench.accessible("a code explained");
        page.click(".explained button");
        page.await("!document.querySelector('.explained')");
        page.click(".problems button.fix");
        page.await("!document.querySelector('.problems li') && document.querySelector('.cm-content').textContent.includes("
                + Chromium.quoted(PATTERN) + ")");
        page.await("!document.querySelector('.desk h1 .tag')");
        bench.silent("a typo");
    }

    @Test
    void wordsAreCompletedExplainedAndFollowed() {
        caret("unansweredAttempts >= 2, unansweredSinceFirst");
        page.type("unanswered");
        page.await("[...document.querySelectorAll('.cm-completionLabel')].some(each => each.textContent === 'unansweredSinceFirst')");
        bench.accessible("what may stand there");
        page.press("Enter", 13, 0);
        page.await("!document.querySelector('.cm-tooltip-autocomplete') "
                + "&& /^    Conversation\\( [a-zA-Z]{12,}unansweredAttempts >= 2/.test("
                + "document.querySelector('.cm-activeLine').textContent)");
        page.click(".desk .buttons button:not(.main)");
        page.await("!document.querySelector('.desk h1 .tag')");
        page.hover("[...document.querySelectorAll('.cm-line')].find(each => each.textContent.includes("
                + Chromium.quoted(PATTERN) + "))", "Conversation",
                "(document.querySelector('.cm-tooltip-hover')?.textContent ?? '').length > 10");
        caret("ReplyWindow( $first : opens, $closes : closes )");
        page.press("F12", F12, 0);
        page.await("document.querySelectorAll('.places li').length > 1");
        bench.accessible("where it is concluded");
        page.click(".places li button");
        page.await("document.querySelector('.cm-activeLine').textContent.includes('new ReplyWindow( $first, daysAfter( 7')");
        bench.silent("words");
    }

    @Test
    void aClauseIsRenamedEverywhereAndNoneOfItIsSavedYet() {
        caret("closure.works-as-designed\"");
        page.press("F2", F2, 0);
        page.await("document.querySelector('.renaming input')?.value === 'closure.works-as-designed'");
        bench.accessible("another name");
        page.type("closure.reopen");
        page.click(".renaming button.main");
        page.await("document.querySelector('.renaming [role=alert]').textContent.length > 10");
        assertThat(page.complaints()).as("a name that is taken").hasSize(1).allMatch(said -> said.contains("/api/rename"));
        page.ask("document.querySelector('.renaming input').select()");
        page.type("closure.week");
        page.click(".renaming button.main");
        page.await("!document.querySelector('.renaming') && document.querySelector('.cm-content').textContent.includes('@clause(\"closure.week\")')");
        page.await("document.querySelector('.desk [role=status]').textContent.startsWith('Renamed in')");
        page.await("!document.querySelector('.problems li')");
        assertThat(bench.text(RULES)).contains("closure.works-as-designed");
        bench.silent("rename");
    }

    @Test
    void eachScenarioSaysHowItTurnsOut() {
        bench.go("editor?file=scenarios/closure.yaml");
        page.await("document.querySelectorAll('.cm-content .result').length > 3 && !document.querySelector('.cm-content .result.bad')");
        caret("7, $first, $zone");
        page.type("1");
        bench.go("editor?file=scenarios/closure.yaml");
        page.await("!!document.querySelector('.cm-content .result.bad')");
        bench.accessible("scenarios that fail");
        bench.silent("scenarios");
    }

    @Test
    void whatIsNotSavedOutlivesTheReload() {
        caret("// The grounds");
        page.type("// kept\n");
        page.await("!!document.querySelector('.desk h1 .tag')");
        page.reload();
        page.await("document.querySelector('.cm-content').textContent.includes('// kept') && !!document.querySelector('.desk h1 .tag')");
        page.click(".desk .buttons button:not(.main)");
        page.await("!document.querySelector('.cm-content').textContent.includes('// kept') && !document.querySelector('.desk h1 .tag')");
        bench.silent("reload");
    }

    @Test
    void whatIsNotSavedOutlivesThePage() {
        caret("// The grounds");
        page.type("// left\n");
        page.await("!!document.querySelector('.desk h1 .tag') && Object.values(localStorage).some(each => each.includes('// left'))");
        page.ask("sessionStorage.clear()");
        page.goAway();
        page.open(bench.server.origin() + "/#editor?file=" + RULES);
        page.await("document.querySelector('.cm-content').textContent.includes('// left') && !!document.querySelector('.desk h1 .tag')");
        page.click(".desk .buttons button:not(.main)");
        page.await("!document.querySelector('.desk h1 .tag') && !Object.keys(localStorage).length");
        bench.silent("another page");
    }

    @Test
    void thePanelsSpeakAsThePageDoes() {
        caret("// The grounds");
        for (String[] words : new String[][] {{"en", "match case"}, {"nl", "hoofdlettergevoelig"}}) {
            page.click(".langs [lang=" + words[0] + "]");
            page.click(".cm-content");
            page.press("f", 70, Chromium.CTRL);
            page.await("document.querySelector('.cm-panels')?.textContent.includes(" + Chromium.quoted(words[1]) + ")");
            page.press("Escape", 27, 0);
            page.await("!document.querySelector('.cm-panels .cm-search')");
        }
        page.click(".langs [lang=en]");
        bench.silent("panels");
    }

    @Test
    void whatAnotherWroteMeanwhileIsMergedOrShownBesideIt() throws IOException {
        Path file = bench.copy.resolve(RULES);
        caret("// The grounds");
        page.type("// mine\n");
        page.await("!!document.querySelector('.desk h1 .tag')");
        Files.writeString(file, bench.text(RULES) + "// theirs\n");
        page.awaitText("The file was written elsewhere meanwhile.");
        page.press("s", 83, Chromium.CTRL);
        page.awaitText("Saved, together with what was written elsewhere meanwhile.");
        assertThat(bench.text(RULES)).contains("// mine\n", "// theirs\n");

        caret("// mine");
        page.type("// once more ");
        page.await("!!document.querySelector('.desk h1 .tag')");
        Files.writeString(file, bench.text(RULES).replace("// mine", "// not mine"));
        page.awaitText("The file was written elsewhere meanwhile.");
        page.press("s", 83, Chromium.CTRL);
        page.await("!!document.querySelector('.conflict .cm-merge-a')");
        assertThat(page.ask("document.querySelector('.cm-merge-a').textContent").asText()).contains("// not mine");
        assertThat(page.ask("document.querySelector('.cm-merge-b').textContent").asText()).contains("// once more // mine");
        assertThat(bench.text(RULES)).as("nothing is written over").contains("// not mine").doesNotContain("once more");
        bench.accessible("two versions");
        page.click(".conflict button.main");
        page.await("!document.querySelector('.conflict')");
        assertThat(bench.text(RULES)).contains("// once more // mine").doesNotContain("not mine");
        // The refusal of the save is an answer that the browser names on its console.
        assertThat(page.complaints()).allSatisfy(line -> assertThat(line).contains("409"));
    }
}
