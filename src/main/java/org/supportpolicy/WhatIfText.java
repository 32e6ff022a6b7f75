package org.supportpolicy;

import java.util.List;
import java.util.Locale;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.words.Speech;

/** Writes as text what another fact would change. */
final class WhatIfText {

    /** How many changes of a section are said. */
    private static final int MOST = 12;

    private final WhatIf whatIf;
    private final Speech speech;
    private final TextLines text = new TextLines();

    WhatIfText(WhatIf whatIf, Locale locale) {
        this.whatIf = whatIf;
        this.speech = Speech.of(locale);
    }

    String text() {
        text.line(0, speech.label(whatIf.sections().isEmpty() ? "whatIf.none" : "whatIf.changes"));
        whatIf.sections().forEach(this::section);
        return text.toString();
    }

    private void section(WhatIf.Section section) {
        text.line(1, speech.label("whatIf.section", speech.label(section.name()), said(section.now())));
        section.effects().stream().limit(MOST).forEach(effect ->
                text.line(2, speech.label("whatIf.answer", speech.change(effect.change(), whatIf.zone()), said(effect.then()))));
        if (section.effects().size() > MOST) {
            text.line(2, speech.label("whatIf.more", section.effects().size() - MOST));
        }
    }

    private String said(List<Finding> findings) {
        return findings.isEmpty() ? speech.label("whatIf.nothing")
                : String.join("; ", findings.stream().map(finding -> speech.brief(finding, whatIf.zone())).toList());
    }
}
