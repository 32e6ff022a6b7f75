package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Edit.Kind;

/** Every edit of a policy is named, also one that no decision shows in its answers. */
class EditsTest {

    private static final SupportPolicy STANDARD = SupportPolicy.standard();
    private static final String RULE = "A resolved ticket can be reopened for seven days";

    @TempDir
    private Path directory;

    @BeforeEach
    void copy() {
        WorkingCopy.init(directory);
    }

    @Test
    void nothingIsEditedInACopyNorByCommentsAndLayout() throws IOException {
        assertThat(edits()).isEmpty();
        edit("closure.drl", "when\n", "when  // now\n\n");
        assertThat(edits()).isEmpty();
    }

    @Test
    void anotherCitationIsNamedAndSoAreTheDecisionsThatCiteOtherwise() throws IOException {
        edit("closure.drl", "rule \"" + RULE + "\"\n    @clause(\"closure.reopen\")", "rule \"" + RULE + "\"\n    @clause(\"closure.permanent\")");
        assertThat(edits()).containsExactly(new Edit(Kind.CITATION, "closure.permanent", Optional.of(RULE), Optional.of("closure.reopen"), Optional.of("closure.permanent")));
        PolicyDiff.Report report = PolicyDiff.between(STANDARD, SupportPolicy.load(directory)).report(List.of());
        assertThat(report.changes()).singleElement().satisfies(change -> {
            assertThat(change.clauses()).containsExactly("closure.permanent", "closure.reopen");
            assertThat(change.answers()).containsExactly("because");
            assertThat(change.differences()).containsExactly(new PolicyDiff.Difference("because", List.of("closure.reopen"), List.of("closure.permanent")));
            assertThat(change.count()).isGreaterThan(100);
        });
    }

    @Test
    void anotherNameIsNamed() throws IOException {
        edit("closure.drl", "rule \"" + RULE + "\"", "rule \"For seven days a resolved ticket can be reopened\"");
        assertThat(edits()).containsExactly(new Edit(Kind.NAME, "closure.reopen", Optional.of("For seven days a resolved ticket can be reopened"), Optional.of(RULE),
                Optional.of("For seven days a resolved ticket can be reopened")));
        assertThat(PolicyDiff.between(STANDARD, SupportPolicy.load(directory)).report(List.of()).changes()).isEmpty();
    }

    @Test
    void whatIsDeclaredIsNamed() throws IOException {
        String declared = "declare DataLoss\n    @en( \"Data loss\" ) @nl( \"Gegevensverlies\" )\n"
                + "    at : LocalDate @en( \"on {0}\" ) @nl( \"op {0}\" ) @askEn( \"When?\" ) @askNl( \"Wanneer?\" )\nend";
        Files.writeString(directory.resolve("facts.drl"), "package org.supportpolicy.rules.facts;\n\nimport java.time.LocalDate;\n\n" + declared + "\n");
        assertThat(edits()).containsExactly(new Edit(Kind.DECLARATION, "", Optional.empty(), Optional.empty(), Optional.of(declared)));
        assertThat(ChangeMemo.between(STANDARD, SupportPolicy.load(directory), Locale.ENGLISH).markdown()).contains("**DataLoss**\n\n    + declare DataLoss\n");
    }

    @Test
    void anotherModalityIsNamed() throws IOException {
        for (String file : List.of("policy.en.md", "policy.nl.md")) {
            edit(file, "### closure.no-customer-reply · RESERVED RIGHT", "### closure.no-customer-reply · MUST");
        }
        assertThat(edits()).containsExactly(new Edit(Kind.MODALITY, "closure.no-customer-reply", Optional.empty(), Optional.of("RESERVED RIGHT"), Optional.of("MUST")));
    }

    @Test
    void anotherTextAndAnotherReadingAreNamedInTheirLanguage() throws IOException {
        String text = STANDARD.clauses().stream().filter(clause -> clause.id().equals("closure.reopen")).findFirst().orElseThrow().english();
        edit("policy.en.md", text.substring(0, 20), "Now: " + text.substring(0, 20));
        assertThat(edits()).containsExactly(new Edit(Kind.TEXT, "closure.reopen", Optional.empty(), Optional.of(text), Optional.of("Now: " + text)));
        String why = STANDARD.readings().get(0).dutch().why();
        edit("readings.nl.md", why.substring(0, 20), "Dus: " + why.substring(0, 20));
        assertThat(edits()).extracting(Edit::kind, Edit::clause, edit -> edit.after().orElseThrow())
                .contains(tuple(Kind.READING, STANDARD.readings().get(0).id(), "Dus: " + why)).hasSize(2);
    }

    @Test
    void aRuleThatChangesItsNameAndItsNumberIsOneRule() throws IOException {
        edit("closure.drl", RULE, "A resolved ticket can be reopened for ten days");
        edit("closure.drl", "new ReopeningWindow( $marked, daysAfter( 7,", "new ReopeningWindow( $marked, daysAfter( 10,");
        assertThat(edits()).extracting(Edit::kind).containsExactly(Kind.NAME, Kind.CONDITIONS);
        assertThat(edits().get(1)).satisfies(edit -> {
            assertThat(edit.before().orElseThrow()).contains("daysAfter( 7,").doesNotContain("\n");
            assertThat(edit.after().orElseThrow()).contains("daysAfter( 10,").doesNotContain("\n");
        });
    }

    @Test
    void aRuleThatIsGoneAndAnotherEditionAreNamed() throws IOException {
        String all = Files.readString(directory.resolve("priority.drl"));
        String rule = all.substring(all.indexOf("rule \""), all.indexOf("\nend\n") + 5);
        String name = rule.substring(6, rule.indexOf('"', 6));
        edit("priority.drl", rule, rule.replace(name, name + " once more").replaceFirst("@nl\\(\"", "@nl(\"Ook: ") + "\n" + rule);
        edit("policy.en.md", "Edition: 1.0", "Edition: 1.1");
        edit("policy.nl.md", "Editie: 1.0", "Editie: 1.1");
        assertThat(edits()).extracting(Edit::kind, edit -> edit.before().orElse(""), edit -> edit.after().orElse(""))
                .containsExactly(tuple(Kind.EDITION, "1.0", "1.1"), tuple(Kind.RULE, "", name + " once more"));
        assertThat(PolicyDiff.between(SupportPolicy.load(directory), STANDARD).edits()).extracting(Edit::kind, edit -> edit.before().orElse(""), edit -> edit.after().orElse(""))
                .containsExactly(tuple(Kind.EDITION, "1.1", "1.0"), tuple(Kind.RULE, name + " once more", ""));
    }

    private List<Edit> edits() {
        return PolicyDiff.between(STANDARD, SupportPolicy.load(directory)).edits();
    }

    private void edit(String file, String piece, String other) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(piece);
        Files.writeString(directory.resolve(file), text.replace(piece, other));
    }
}
