package org.supportpolicy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        } else if (whyNot.attempts().isEmpty()) {
            text.line(0, speech.label("whyNot.noRule", whyNot.asked()));
        } else {
            changes();
            text.gap();
            text.line(0, speech.label("whyNot.rules"));
            whyNot.attempts().forEach(this::attempt);
        }
        if (!whyNot.others().isEmpty()) {
            text.line(0, speech.label("whyNot.others", speech.or(whyNot.others())));
        }
        return text.toString();
    }

    /** The kind of fact or finding that a condition looks for, as it is written there. */
    private static String kind(String condition) {
        Matcher kind = KIND.matcher(condition);
        return kind.find() ? kind.group() : condition;
    }

    private void changes() {
        List<List<FactChange>> changes = whyNot.changes();
        if (changes.isEmpty()) {
            String never = whyNot.most() == 0 ? "whyNot.never.none" : whyNot.most() == 1 ? "whyNot.never.one" : "whyNot.never";
            text.line(0, speech.label(never, whyNot.asked(), whyNot.most()));
            if (whyNot.isStopped() && whyNot.most() > 0) {
                text.line(0, speech.label("whyNot.stopped"));
            }
            if (!whyNot.untried().isEmpty()) {
                text.line(0, speech.label("whyNot.untried", speech.and(whyNot.untried())));
            }
            return;
        }
        text.line(0, speech.label(changes.size() == 1 ? "whyNot.changes.one" : "whyNot.changes", whyNot.asked()));
        for (int i = 0; i < changes.size(); i++) {
            String together = together(changes.get(i));
            text.line(1, changes.size() == 1 ? together : speech.label(i == 0 ? "whyNot.either" : "whyNot.or", together));
        }
    }

    /** "one; another; and a third". */
    private String together(List<FactChange> changes) {
        List<String> said = changes.stream().map(change -> speech.change(change, whyNot.zone())).toList();
        String last = said.get(said.size() - 1);
        return said.size() == 1 ? last : speech.label("whyNot.together", String.join("; ", said.subList(0, said.size() - 1)), last);
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
