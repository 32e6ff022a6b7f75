package org.supportpolicy.workbench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Problem;

/** What the service says, it says in both languages. */
class TextsTest {

    private static final Pattern VALUE = Pattern.compile("<\\d>");

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(Texts.keys(false)).hasSizeGreaterThan(30).isEqualTo(Texts.keys(true)).allSatisfy(key -> {
            Problem.Said said = Texts.said(key, "<0>", "<1>", "<2>", "<3>");
            assertThat(said.english()).isNotEqualTo(said.dutch()).doesNotContain("{");
            assertThat(values(said.english())).isEqualTo(values(said.dutch()));
            assertThat(said.english().endsWith(".")).isEqualTo(!key.startsWith("title.")).isEqualTo(said.dutch().endsWith("."));
        });
    }

    private static List<String> values(String said) {
        return VALUE.matcher(said).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    void aValueIsQuotedHarmlesslyAndNotForever() {
        String said = Texts.said("query.lang", "\u001b[1m$1" + "x".repeat(1_000)).english();
        assertThat(said).doesNotContain("\u001b").contains("$1x").hasSizeLessThan(400);
    }
}
