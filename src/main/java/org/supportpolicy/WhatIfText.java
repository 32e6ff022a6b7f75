package org.supportpolicy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.internal.words.Speech;

/** Writes as text what another fact would change: each change once, where it changes an answer first. Not thread-safe. */
final class WhatIfText {

    /** How many changes of a section are said. */
    private static final int MOST = 12;

    private final WhatIf whatIf;
    private final Speech speech;
    private final TextLines text = new TextLines();
    private final Set<FactChange> said = new HashSet<>();

    WhatIfText(WhatIf whatIf, Locale locale) {
        this.whatIf = whatIf;
        this.speech = Speech.of(locale);
    }

    String text() {
        text.line(0, speech.label(whatIf.sections().isEmpty() ? "whatIf.none" : "whatIf.changes"));
        whatIf.sections().forEach(this::section);
        new TreeMap<>(whatIf.alike()).forEach((path, count) -> text.line(0, speech.label("whatIf.alike", path, count)));
        if (whatIf.leftOut() > 0) {
            text.line(0, speech.label("whatIf.leftOut", whatIf.leftOut()));
        }
        return text.toString();
    }

    private void section(WhatIf.Section section) {
        List<WhatIf.Effect> effects = section.effects().stream().filter(effect -> said.add(effect.change())).toList();
        if (effects.isEmpty()) {
            return;
        }
        text.line(1, speech.label("whatIf.section", speech.label(section.name()),
                section.now().isEmpty() ? speech.label(of(section).always() ? "undetermined" : "whatIf.nothing") : all(section.now())));
        effects.stream().limit(MOST).forEach(effect -> text.line(2, line(section, effect)));
        if (effects.size() > MOST) {
            text.line(2, speech.label("whatIf.more", effects.size() - MOST));
        }
    }

    private String line(WhatIf.Section section, WhatIf.Effect effect) {
        String becomes = becomes(section, effect);
        List<String> clauses = effect.clauses().stream().filter(clause -> !becomes.contains(clause)).toList();
        String answer = speech.label("whatIf.answer", speech.change(effect.change(), whatIf.zone()), becomes)
                + (clauses.isEmpty() ? "" : "  [" + String.join(", ", clauses) + "]");
        List<String> also = whatIf.sections().stream().filter(other -> other != section && changes(other, effect.change()))
                .map(other -> speech.label(other.name())).toList();
        return also.isEmpty() ? answer : speech.label("whatIf.also", answer, speech.and(also));
    }

    private static boolean changes(WhatIf.Section section, FactChange change) {
        return section.effects().stream().anyMatch(effect -> effect.change().equals(change));
    }

    /** What is answered then and not now, and of what a ticket may have several what is gone. */
    private String becomes(WhatIf.Section section, WhatIf.Effect effect) {
        List<Finding> added = without(effect.then(), section.now());
        List<Finding> gone = without(section.now(), effect.then());
        boolean isReplaced = added.size() == 1 && gone.size() == 1 && effect.then().size() == 1;
        if (added.isEmpty() && of(section).always()) {
            return speech.label("undetermined");
        } else if (added.isEmpty()) {
            return speech.label("whatIf.gone", all(gone));
        }
        return gone.isEmpty() || isReplaced || of(section).answers().size() > 1 ? all(added)
                : all(added) + "; " + speech.label("whatIf.gone", all(gone));
    }

    private static List<Finding> without(List<Finding> some, List<Finding> others) {
        return some.stream().filter(finding -> !others.contains(finding)).toList();
    }

    private static Section of(WhatIf.Section said) {
        return Section.ALL.stream().filter(section -> section.name().equals(said.name())).findFirst().orElseThrow();
    }

    /** The level in force goes without saying beside a level. */
    private String all(List<Finding> findings) {
        boolean isLevel = findings.stream().anyMatch(Urgency.class::isInstance);
        return String.join("; ", findings.stream().filter(finding -> !(isLevel && finding instanceof UrgencyInForce))
                .map(finding -> speech.brief(finding, whatIf.zone())).toList());
    }
}
