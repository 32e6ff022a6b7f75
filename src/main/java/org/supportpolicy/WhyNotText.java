package org.supportpolicy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.words.Speech;

/** Writes as text why something is not concluded: what would change it, then rule by rule what fails. Not thread-safe. */
final class WhyNotText {

    private static final String STEP = "    ";

    private final WhyNot whyNot;
    private final Locale locale;
    private final Speech speech;
    private final StringBuilder text = new StringBuilder();

    WhyNotText(WhyNot whyNot, Locale locale) {
        this.whyNot = whyNot;
        this.locale = locale;
        this.speech = Speech.of(locale);
    }

    String text() {
        if (whyNot.holds()) {
            line(0, speech.label("whyNot.holds", whyNot.asked()));
            return text.toString();
        }
        line(0, speech.label(whyNot.changes().isEmpty() ? "whyNot.never" : "whyNot.changes", whyNot.asked(), whyNot.most()));
        whyNot.changes().forEach(change -> line(1, changes(change)));
        text.append('\n');
        line(0, speech.label(whyNot.attempts().isEmpty() ? "whyNot.noRule" : "whyNot.rules", whyNot.asked()));
        whyNot.attempts().forEach(this::attempt);
        return text.toString();
    }

    private String changes(List<FactChange> changes) {
        return changes.stream().map(change -> speech.change(change, whyNot.zone())).collect(Collectors.joining("; "));
    }

    private void attempt(WhyNot.Attempt attempt) {
        line(1, attempt.rule().sentence(locale) + "  [" + attempt.rule().clause() + "]");
        if (attempt.failed().isEmpty()) {
            line(2, speech.label("whyNot.other"));
        }
        attempt.failed().forEach(failed -> {
            line(2, speech.label("whyNot.fails", failed.condition(), failed.line()));
            if (failed.looked().isEmpty()) {
                line(3, speech.label("whyNot.nothing"));
            }
            failed.looked().forEach(looked -> line(3, looked instanceof Finding finding ? speech.brief(finding, whyNot.zone())
                    : speech.fact(looked, whyNot.zone())));
        });
    }

    private void line(int depth, String content) {
        text.append(STEP.repeat(depth)).append(Limits.escaped(content)).append('\n');
    }
}
