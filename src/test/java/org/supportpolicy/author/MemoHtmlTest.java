package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The memo as a page: nothing that is said is taken for a sign of HTML, and old and new stand side by side. */
class MemoHtmlTest {

    private final MemoHtml page = new MemoHtml(Locale.forLanguageTag("nl"));

    @Test
    void whatIsSaidIsNeverTakenForASign() {
        String said = "<b>&\"";
        page.heading(1, said).paragraph(said).bold(said).quote(said).item(said).row(said, said).gap().lines(said, said)
                .beside(said, said, said, said).signatures(said, said, said);
        assertThat(page.toString()).doesNotContain("<b>").contains("<title>&lt;b&gt;&amp;&quot;</title>", "lang=\"nl\"");
    }

    @Test
    void listsAndTablesEndWhereSomethingElseBegins() {
        page.item("one").item("two").paragraph("three").row("", "before", "after").row("---", "---", "---")
                .row("state", "a", "b").item("four");
        assertThat(page.toString().replace("\n", "")).contains("<ul><li>one</li><li>two</li></ul><p>three</p><table><tr><td></td>"
                + "<th scope=\"col\">before</th><th scope=\"col\">after</th></tr><tr><th scope=\"row\">state</th>"
                + "<td>a</td><td>b</td></tr></table><ul><li>four</li></ul>");
    }

    @Test
    void theWordsThatChangeAreMarkedOnBothSides() {
        page.beside("was", "within seven days after it", "is", "within ten days after that");
        assertThat(page.toString()).contains("within <del>seven</del> days after <del>it</del>",
                "within <ins>ten</ins> days after <ins>that</ins>");
    }

    @Test
    void thePiecesOfTwoTextsMakeBothOfThem() {
        String[] texts = {"", "a", "a b", "b a", "a  b\nc", "one two three four", "two one three five four", "within seven days"};
        for (String then : texts) {
            for (String now : texts) {
                List<WordChanges.Piece> pieces = WordChanges.between(then, now);
                assertThat(pieces.stream().map(WordChanges.Piece::then).collect(Collectors.joining())).isEqualTo(then);
                assertThat(pieces.stream().map(WordChanges.Piece::now).collect(Collectors.joining())).isEqualTo(now);
                assertThat(pieces.stream().allMatch(WordChanges.Piece::isSame)).isEqualTo(then.equals(now));
            }
        }
    }
}
