package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst does from the first look to the last: a period is changed and an exclusion added, all of it in the page. */
class AnalystPathTest {

    private static final String RULES = "closure.drl";
    private static final String TERMS = "terms.drl";
    private static final String CLAUSE = "closure.no-customer-reply";
    private static final String SENTENCE = "A problem caused by a change that the customer made to the database is excluded";
    private static final String ADDED_BEFORE = "### terms.amend-or-discontinue";

    /** The dates of the scenarios that the longer period moves, three days earlier each. */
    private static final Map<String, String> EARLIER = Map.of(
            "firstUnansweredAttemptAt: \"2025-03-04T10", "firstUnansweredAttemptAt: \"2025-03-01T10",
            "\"2025-03-04T09:59:59", "\"2025-03-01T09:59:59", "\"2025-03-26T12:00:00+01:00\", [", "\"2025-03-23T12:00:00+01:00\", [",
            "\"2025-10-23T12", "\"2025-10-20T12", "\"2024-02-28T12", "\"2024-02-25T12",
            "\"2025-03-05T02:00:00Z\"", "\"2025-03-02T02:00:00Z\"");

    private static final String FACTS = """
            package org.supportpolicy.rules.facts;

            declare enum FurtherExclusion
                @adds( "Exclusion" )
                H( "(h) change to the database", "(h) wijziging in de database" );
                en : String
                nl : String
            end

            declare DatabaseChange
                @en( "Change to the database" ) @nl( "Wijziging in de database" ) @absent( "none" )
                byCustomer : Boolean
                    @en( "made by the customer" ) @nl( "aangebracht door de klant" )
                    @notEn( "not made by the customer" ) @notNl( "niet aangebracht door de klant" )
                    @askEn( "Did the customer change the database?" ) @askNl( "Heeft de klant de database gewijzigd?" ) @by( "CUSTOMER" )
                causedProblem : Boolean
                    @en( "caused the problem" ) @nl( "veroorzaakte het probleem" )
                    @notEn( "did not cause the problem" ) @notNl( "veroorzaakte het probleem niet" )
                    @askEn( "Did that cause the problem?" ) @askNl( "Veroorzaakte dat het probleem?" )
            end
            """;

    private static final String RULE = """

            rule "A problem caused by a change that the customer made to the database is excluded"
                @clause("terms.exclusion-h-database-change")
                @reading("AMB-83")
                @nl("Een probleem door een wijziging die de klant in de database aanbracht, is uitgesloten")
            when
                DatabaseChange( byCustomer == true, causedProblem == true )
            then
                conclude( kcontext, Exclusion.of( "%s" ) );
            end
            """;

    @TempDir
    private Path place;

    @Test
    void aPeriodIsChangedAndAnExclusionAdded() throws Exception {
        try (BenchInChromium bench = new BenchInChromium(place)) {
            sevenBecomesTen(bench);
            brokenScenarios(bench);
            changedTickets(bench);
            words(bench);
            exclusion(bench);
            ticket(bench);
            export(bench);
        }
    }

    private static void sevenBecomesTen(BenchInChromium bench) {
        Chromium page = bench.page;
        String before = bench.text(RULES);
        int at = before.indexOf("daysAfter( 7, $first") + "daysAfter( ".length();
        long line = before.substring(0, at).lines().count();
        int column = at - before.lastIndexOf('\n', at);
        bench.edit(RULES);
        bench.go("editor?file=" + RULES + "&line=" + line + "&column=" + column);
        page.await("document.activeElement.classList.contains('cm-content') "
                + "&& document.querySelector('.cm-activeLine').textContent.includes('daysAfter( 7')");
        page.press("Delete", 46, 0);
        page.type("10");
        page.await("!!document.querySelector('.desk h1 .tag') && !!document.querySelector('#standing .bad')");
        assertThat(bench.text(RULES)).as("nothing is written before it is saved").isEqualTo(before);
        bench.accessible("an edited rule file");
        bench.save(RULES, before.substring(0, at) + "10" + before.substring(at + 1));
        page.await("!document.querySelector('.desk h1 .tag') && !!document.querySelector('#standing .bad')");
        bench.silent("editor");
    }

    private static void brokenScenarios(BenchInChromium bench) {
        Chromium page = bench.page;
        bench.go("scenarios");
        page.await("!!document.querySelector('tbody tr.failed')");
        assertThat(page.ask("document.querySelector('tbody tr').textContent").asText())
                .contains("not as expected", "Seven days without an answer", CLAUSE);
        bench.accessible("broken scenarios");
        page.click("tbody tr.failed a");
        page.await("location.hash.startsWith('#editor?file=scenarios%2Fclosure.yaml&line=')");
        bench.silent("scenarios");
    }

    private static void changedTickets(BenchInChromium bench) {
        Chromium page = bench.page;
        bench.go("changes");
        page.await("!!document.querySelector('article.card')");
        assertThat(page.ask("document.querySelector('article.card').textContent").asText()).contains(CLAUSE);
        bench.accessible("changes");
        page.click("[data-tab=edits]");
        page.await("!!document.querySelector('.beside')");
        assertThat(page.ask("document.querySelector('.beside').textContent").asText()).contains("daysAfter( 7", "daysAfter( 10");
        bench.accessible("texts side by side");
        page.click("[data-tab=memo]");
        page.await("(document.querySelector('iframe.paper')?.contentDocument?.body?.textContent ?? '').includes("
                + Chromium.quoted("seven days without an answer") + ")");
        bench.accessible("memo");
        page.click("[data-tab=changes]");
        page.click("article.card button");
        page.await("location.hash === '#ticket' && !!document.querySelector('.answer dl')");
        bench.accessible("a changed ticket");
        bench.silent("changes");
    }

    private static void words(BenchInChromium bench) {
        bench.rewrite("policy.en.md", bench.text("policy.en.md")
                .replace("takes seven days without an answer", "takes ten days without an answer"));
        bench.rewrite("policy.nl.md", bench.text("policy.nl.md").replace("is dat na zeven dagen zonder", "is dat na tien dagen zonder"));
        bench.rewrite(RULES, bench.text(RULES)
                .replace("A customer has seven days to answer", "A customer has ten days to answer")
                .replace("Een klant heeft zeven dagen om te antwoorden", "Een klant heeft tien dagen om te antwoorden"));
        bench.rewrite("scenarios/closure.yaml", moved(bench.text("scenarios/closure.yaml")));
        bench.rewrite("scenarios/terms.yaml", moved(bench.text("scenarios/terms.yaml")));
        bench.page.await(BenchInChromium.ALL_GOOD);
        bench.silent("words");
    }

    private static String moved(String text) {
        String moved = text;
        for (Map.Entry<String, String> each : EARLIER.entrySet()) {
            moved = moved.replace(each.getKey(), each.getValue());
        }
        return moved;
    }

    private static void exclusion(BenchInChromium bench) {
        Chromium page = bench.page;
        page.click("details.new summary");
        page.fill("details.new input", "facts.drl");
        page.click("details.new button");
        page.await("document.querySelector('.desk h1').textContent === 'facts.drl'");
        bench.rewrite("facts.drl", FACTS);
        bench.rewrite("policy.en.md", added(bench.text("policy.en.md"),
                "(h) The customer changed the database itself, past the product."));
        bench.rewrite("policy.nl.md", added(bench.text("policy.nl.md"),
                "(h) De klant heeft de database zelf gewijzigd, buiten het product om."));
        page.await("!!document.querySelector('.problems li') && document.querySelector('.problems').textContent.includes('SP-R015')");
        String rules = bench.text(TERMS)
                .replaceFirst("(?m)^import org\\.supportpolicy\\.finding", "import org.supportpolicy.rules.facts.DatabaseChange;\n$0");
        bench.rewrite(TERMS, rules + RULE.formatted("I"));
        page.await("document.querySelector('.problems').textContent.includes('SP-D021')");
        page.click(".problems li button.plain");
        page.await("document.querySelector('.cm-activeLine').textContent.includes('Exclusion.of')");
        assertThat(page.ask("document.querySelector('.cm-lintRange-error').textContent").asText()).as("what is underlined").isEqualTo("I");
        bench.accessible("a problem");
        bench.rewrite(TERMS, rules + RULE.formatted("H"));
        page.await("!document.querySelector('.problems li')");
        page.await(BenchInChromium.ALL_GOOD);
        bench.silent("exclusion");
    }

    private static String added(String text, String words) {
        return text.replace(ADDED_BEFORE, "### terms.exclusion-h-database-change · WILL NOT · support\n\n"
                + words + "\n\n" + ADDED_BEFORE);
    }

    private static void ticket(BenchInChromium bench) {
        Chromium page = bench.page;
        bench.go("ticket");
        page.click("[data-tab=json]");
        page.click("#facts-json");
        page.press("a", 65, Chromium.CTRL);
        page.ask("document.activeElement.select(); 0");
        page.type("{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"databaseChange\": {\"byCustomer\": true}}");
        page.click("[data-tab=form]");
        page.awaitText("Did that cause the problem?");
        page.ask("(() => { const choice = [...document.querySelectorAll('#fact-databaseChange .field')]"
                + ".find(each => each.textContent.includes('Did that cause')).querySelector('select'); choice.value = '0'; "
                + "choice.dispatchEvent(new Event('change', {bubbles: true})); })()");
        page.await("document.querySelector('.answer').textContent.includes('(h) change to the database')");
        assertThat(page.ask("document.querySelector('.answer').textContent").asText()).contains(SENTENCE);
        bench.accessible("a ticket tried");
        page.click("[data-tab=scenario]");
        page.fill("input[name=title]", SENTENCE);
        page.click("form.stacked button.main");
        page.awaitText("Added to scenarios/tried.yaml.");
        bench.accessible("a ticket as a scenario");
        assertThat(bench.text("scenarios/tried.yaml")).contains(SENTENCE, "databaseChange: {byCustomer: true, causedProblem: true}");
        bench.go("scenarios");
        page.fill("input[type=search]", "tried.yaml");
        page.await("document.querySelectorAll('tbody tr.passed').length === 1 && document.querySelectorAll('tbody tr').length === 1");
        page.await(BenchInChromium.ALL_GOOD);
        bench.silent("ticket");
    }

    private static void export(BenchInChromium bench) {
        Chromium page = bench.page;
        bench.go("scenarios");
        page.ask("document.querySelector('input[type=search]').value = ''; document.querySelector('input[type=search]')"
                + ".dispatchEvent(new Event('input')); 0");
        page.click("a[href^='#scenarios?table=']");
        page.await("!!document.querySelector('table.grid tbody tr')");
        bench.accessible("a table as a grid");
        JsonNode sizes = page.ask("Promise.all([...document.querySelectorAll('a[download]')].map(link => "
                + "fetch(link.href).then(answer => answer.blob())"
                + ".then(async blob => [blob.size, await blob.slice(0, 2).text()])))");
        assertThat(sizes).hasSize(2);
        assertThat(sizes.get(0).get(1).asText()).as("a workbook is a zip").isEqualTo("PK");
        assertThat(sizes.get(1).get(0).asInt()).as("a sheet of values").isPositive();
        bench.silent("export");
    }
}
