package org.supportpolicy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.words.Speech;

/** Writes as text why something is not concluded: what would change it, then rule by rule what fails. Not thread-safe. */
final class WhyNotText {

    private static final Pattern KIND = Pattern.compile("\\b\\p{Lu}\\w*(?=\\s*\\()");

    private final WhyNot whyNot;
    private final Locale locale;
    private final Speech speech;
    private final TextLines text = new TextLines();

    WhyNotText(WhyNot whyNot, Locale locale) {
        this.whyNot = whyNot;
        this.locale = locale;
        this.speech = Speech.of(locale);
    }

    String text() {
        if (whyNot.holds()) {
            text.line(0, speech.label("whyNot.holds", whyNot.asked()));
            return text.toString();
        }
        text.line(0, speech.label(whyNot.changes().isEmpty() ? "whyNot.never" : "whyNot.changes", whyNot.asked(), whyNot.most()));
        whyNot.changes().forEach(change -> text.line(1, changes(change)));
        text.gap();
        text.line(0, speech.label(whyNot.attempts().isEmpty() ? "whyNot.noRule" : "whyNot.rules", whyNot.asked()));
        whyNot.attempts().forEach(this::attempt);
        return text.toString();
    }

    /** The kind of fact or finding that a condition looks for, as it is written there. */
    private static String kind(String condition) {
        Matcher kind = KIND.matcher(condition);
        return kind.find() ? kind.group() : condition;
    }

    private String changes(List<FactChange> changes) {
        return changes.stream().map(change -> speech.change(change, whyNot.zone())).collect(Collectors.joining("; "));
    }

    private void attempt(WhyNot.Attempt attempt) {
        text.line(1, attempt.rule().sentence(locale) + "  [" + attempt.rule().clause() + "]");
        if (attempt.failed().isEmpty()) {
            text.line(2, speech.label("whyNot.other"));
        }
        attempt.failed().forEach(failed -> {
            text.line(2, speech.label("whyNot.fails", failed.condition(), attempt.rule().file() + ":" + failed.line()));
            if (failed.looked().isEmpty()) {
                text.line(3, speech.label("whyNot.nothing", kind(failed.condition())));
            }
            failed.looked().forEach(looked -> text.line(3, looked instanceof Finding finding ? speech.brief(finding, whyNot.zone())
                    : speech.fact(looked, whyNot.zone())));
        });
    }
}
