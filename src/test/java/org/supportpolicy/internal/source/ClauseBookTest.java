package org.supportpolicy.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;

/** Clause texts: what a clause says, what a reading adds to it, and which edition they are of. */
class ClauseBookTest {

    private static final String ENGLISH = """
            # A policy

            Edition: 1.0

            Read what stands below.

            ## terms: Additional terms

            ### terms.exclusion-rule · WILL NOT · support

            No support is given for what has
            such a cause.

            Read as: It must be the cause that decides,
            and it must be known. (AMB-83)

            Read as: Support may help all the same. (AMB-91)
            """;
    private static final String DUTCH = """
            # Een beleid

            Editie: 1.0

            ## terms: Voorwaarden

            ### terms.exclusion-rule · WILL NOT · support

            Voor wat zo'n oorzaak heeft, is er geen ondersteuning.

            Zo gelezen: Helpen mag support toch. (AMB-91)

            Zo gelezen: Het moet de oorzaak zijn die beslist. (AMB-83)
            """;

    private final Source english = new Source(new RuleFile("policy.en.md", ENGLISH));

    @Test
    void whatAReadingAddsStandsBesideTheTextOfItsClause() {
        Clause clause = read(english, new Source(new RuleFile("policy.nl.md", DUTCH))).clauses().get(0);
        assertThat(clause.text(Locale.ENGLISH)).isEqualTo("No support is given for what has such a cause.");
        assertThat(clause.readAs()).extracting(Clause.ReadAs::reading).containsExactly("AMB-83", "AMB-91");
        assertThat(clause.readAs()).extracting(added -> added.text(Locale.ENGLISH))
                .containsExactly("It must be the cause that decides, and it must be known.", "Support may help all the same.");
        assertThat(clause.readAs()).extracting(added -> added.text(Locale.forLanguageTag("nl")))
                .containsExactly("Het moet de oorzaak zijn die beslist.", "Helpen mag support toch.");
        assertThat(english.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            SP-R009 ¦ Zo gelezen: Helpen mag support toch. (AMB-91) ¦ ▸Zo gelezen: Helpen mag support toch.
            SP-R009 ¦ Zo gelezen: Helpen mag support toch. (AMB-91) ¦ ▸Zo gelezen: (AMB-91)
            SP-R009 ¦ Zo gelezen: Helpen mag support toch. (AMB-91) ¦ ▸Zo gelezen: Helpen mag support toch. AMB-91
            SP-R009 ¦ Zo gelezen: Helpen mag support toch. (AMB-91) ¦ ▸Zo gelezen: Helpen mag support toch. (AMB-83, AMB-91)
            SP-R009 ¦ Zo gelezen: Helpen mag support toch. (AMB-91) ¦ ▸Zo gelezen: Helpen mag support toch (AMB-91).
            SP-R037 ¦ Zo gelezen: Helpen mag support toch. (AMB-91) ¦ Zo gelezen: Helpen mag support toch. (▸AMB-19)
            SP-R037 ¦ Zo gelezen: Helpen mag support toch. (AMB-91) ¦ Zo gelezen: Helpen mag support⏎toch. (▸AMB-19)
            SP-R009 ¦ (AMB-91)⏎⏎Zo gelezen ¦ (AMB-91)⏎Zo gelezen
            SP-R009 ¦ is er geen ondersteuning.⏎⏎Zo ¦ is er geen ondersteuning.⏎▸Zo
            SP-R009 ¦ Het moet de oorzaak zijn die beslist. (AMB-83) ¦ Het moet de oorzaak zijn die beslist. (▸AMB-91)
            SP-R009 ¦ Editie: 1.0 ¦ Editie: 1.0⏎⏎▸Zo gelezen: Helpen mag support toch. (AMB-91)
            SP-R009 ¦ ## terms: Voorwaarden ¦ ## terms: Voorwaarden⏎⏎▸Zo gelezen: Helpen mag support toch. (AMB-91)
            """)
    void aLineOfAnotherFormIsRefusedWhereItStands(String code, String piece, String mistake) {
        String wrong = mistake.replace("⏎", "\n");
        String text = DUTCH.replace(piece.replace("⏎", "\n"), wrong.replace("▸", ""));
        assertThat(text).isNotEqualTo(DUTCH);
        Source dutch = new Source(new RuleFile("policy.nl.md", text));
        read(english, dutch);
        Problem problem = dutch.problems().get(0);
        assertThat(problem.code()).isEqualTo(code);
        if (wrong.contains("▸")) {
            String before = text.substring(0, text.indexOf(wrong.replace("▸", "")) + wrong.indexOf("▸"));
            assertThat(problem.line()).isEqualTo((int) before.lines().count() + (before.endsWith("\n") ? 1 : 0));
            assertThat(problem.column()).isEqualTo(before.length() - before.lastIndexOf('\n'));
        }
    }

    @Test
    void aReadingThatOneLanguageLacksIsMissedThereAndNowhereElse() {
        Source dutch = new Source(new RuleFile("policy.nl.md", DUTCH.replace("Zo gelezen: Helpen mag support toch. (AMB-91)\n\n", "")));
        read(english, dutch);
        assertThat(english.problems()).extracting(Problem::message)
                .containsExactly("The reading (AMB-91) must be named under the clause (terms.exclusion-rule) in policy.nl.md too.");
        assertThat(english.problems().get(0).line()).isEqualTo(17);
        assertThat(dutch.problems()).isEmpty();
    }

    @Test
    void aMisspeltReadingIsNotMissedAsWell() {
        Source dutch = new Source(new RuleFile("policy.nl.md", DUTCH.replace("AMB-91", "AMB-19")));
        read(english, dutch);
        assertThat(dutch.problems()).extracting(Problem::message).containsExactly("There is no reading (AMB-19).");
        assertThat(english.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            Edition: 1.0 ¦ Editie: 1.0 ¦ ¦
            Edition: 2.0, in force from 2027-01-01 ¦ Editie: 2.0, geldt vanaf 2027-01-01 ¦ 2027-01-01 ¦
            Edition: 2.0, in force from 2027-01-01 ¦ Editie: 2.0 ¦ 2027-01-01 ¦ SP-R014
            Edition: 2.0 ¦ Editie: 2.0, geldt vanaf 2027-01-01 ¦ ¦ SP-R014
            Edition: 2.0 ¦ Editie: 2.1 ¦ ¦ SP-R014
            Edition: 2.0 ¦ Editie: 2.0, geldt vanaf 2027-02-30 ¦ ¦ SP-R010
            Edition: 2.0 ¦ Editie: 2.0, ¦ ¦ SP-R010
            Edition: 2.0 ¦ Editie: 2.0, geldt ¦ ¦ SP-R010
            """)
    void anEditionMayHaveAFirstDay(String en, String nl, LocalDate firstDay, String code) {
        Source dutch = new Source(new RuleFile("policy.nl.md", DUTCH.replace("Editie: 1.0", nl)));
        ClauseBook book = read(new Source(new RuleFile("policy.en.md", ENGLISH.replace("Edition: 1.0", en))), dutch);
        assertThat(book.inForceFrom()).isEqualTo(firstDay);
        assertThat(dutch.problems()).extracting(Problem::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    private static ClauseBook read(Source english, Source dutch) {
        return ClauseBook.read(english, dutch, Set.of("AMB-83", "AMB-91"));
    }
}
