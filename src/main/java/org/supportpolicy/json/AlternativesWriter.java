package org.supportpolicy.json;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.FactChange;
import org.supportpolicy.PolicyException;
import org.supportpolicy.WhatIf;
import org.supportpolicy.WhyNot;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.internal.words.Speech;

/**
 * Writes what other facts would bring as JSON, one object on one line, its keys in a fixed order. Values stand as in a fact set, so that
 * they can be put into one; of a free text stands only that it was given. Immutable and thread-safe.
 */
public final class AlternativesWriter {

    private static final int USUAL_BYTES = 4 * 1024;
    private static final String GIVEN = "given";

    private final Locale locale;
    private final Speech speech;

    /**
     * Makes a writer.
     *
     * @param locale the language of the sentences of rules and of what they looked at: Dutch for Dutch, any other for English
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public AlternativesWriter(Locale locale) {
        OptionalLibrary.JACKSON.require();
        this.locale = Objects.requireNonNull(locale, "The locale must be given.");
        this.speech = Speech.of(locale);
    }

    /**
     * Writes why something is not concluded: {@code asked}, {@code others}, {@code holds}, {@code changes} (each a list of what has to
     * change together), {@code most}, {@code stopped}, {@code untried}, and {@code rules}, each with the conditions that {@code failed}.
     */
    public String write(WhyNot whyNot) {
        Objects.requireNonNull(whyNot, "The whyNot must be given.");
        JsonText json = new JsonText(USUAL_BYTES);
        json.open('{');
        text(json, "asked", whyNot.asked());
        texts(json, "others", whyNot.others());
        json.name("holds");
        json.truth(whyNot.holds());
        array(json, "changes", whyNot.changes(), together -> items(json, together, change -> change(json, change)));
        json.name("most");
        json.number(whyNot.most());
        json.name("stopped");
        json.truth(whyNot.isStopped());
        texts(json, "untried", whyNot.untried());
        array(json, "rules", whyNot.attempts(), attempt -> attempt(json, attempt, whyNot));
        json.close('}');
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }

    private void attempt(JsonText json, WhyNot.Attempt attempt, WhyNot whyNot) {
        json.open('{');
        text(json, "id", attempt.rule().id());
        text(json, "clause", attempt.rule().clause());
        text(json, "rule", attempt.rule().sentence(locale));
        array(json, "failed", attempt.failed(), failed -> {
            json.open('{');
            text(json, "condition", failed.condition());
            text(json, "file", attempt.rule().file());
            json.name("line");
            json.number(failed.line());
            texts(json, "looked", failed.looked().stream().map(looked -> looked instanceof Finding finding
                    ? speech.brief(finding, whyNot.zone()) : speech.fact(looked, whyNot.zone())).toList());
            json.close('}');
        });
        json.close('}');
    }

    /**
     * Writes what single other facts would bring: {@code sections}, each with what it answers {@code now} and the {@code effects} (the
     * {@code change}, what it answers {@code then}, and by which {@code clauses}); {@code alike} and {@code leftOut} say what was not
     * tried.
     */
    public String write(WhatIf whatIf) {
        Objects.requireNonNull(whatIf, "The whatIf must be given.");
        JsonText json = new JsonText(USUAL_BYTES);
        json.open('{');
        array(json, "sections", whatIf.sections(), section -> {
            json.open('{');
            text(json, "section", section.name());
            array(json, "now", section.now(), finding -> FindingText.write(json, finding, whatIf.zone()));
            array(json, "effects", section.effects(), effect -> effect(json, effect, whatIf));
            json.close('}');
        });
        json.name("alike");
        json.open('{');
        for (Map.Entry<String, Integer> each : whatIf.alike().entrySet()) {
            json.name(each.getKey());
            json.number(each.getValue());
        }
        json.close('}');
        json.name("leftOut");
        json.number(whatIf.leftOut());
        json.close('}');
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }

    private static void effect(JsonText json, WhatIf.Effect effect, WhatIf whatIf) {
        json.open('{');
        json.name("change");
        change(json, effect.change());
        array(json, "then", effect.then(), finding -> FindingText.write(json, finding, whatIf.zone()));
        texts(json, "clauses", effect.clauses());
        json.close('}');
    }

    /** A component with what it was and what it is; what is unknown is left out. */
    private static void change(JsonText json, FactChange change) {
        json.open('{');
        text(json, "path", change.path());
        boolean hidden = change.isFreeText();
        member(json, "from", change.from(), hidden);
        member(json, "to", change.to(), hidden);
        json.close('}');
    }

    private static void member(JsonText json, String name, @Nullable Object value, boolean hidden) {
        if (value != null) {
            json.name(name);
            json.raw((hidden ? FactSetWriter.value(GIVEN) : FactSetWriter.value(value)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void text(JsonText json, String name, String text) {
        json.name(name);
        json.text(text);
    }

    private static void texts(JsonText json, String name, Collection<String> texts) {
        array(json, name, texts, json::text);
    }

    @FunctionalInterface
    private interface Write<T> {
        void item(T item);
    }

    private static <T> void array(JsonText json, String name, Collection<? extends T> items, Write<T> write) {
        json.name(name);
        items(json, items, write);
    }

    private static <T> void items(JsonText json, Collection<? extends T> items, Write<T> write) {
        json.open('[');
        items.forEach(write::item);
        json.close(']');
    }
}
