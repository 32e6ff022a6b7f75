package org.supportpolicy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.finding.Finding;

/**
 * Which answers another fact would change: for each section of a decision the single components of the facts of which another value gives
 * another answer, each checked by deciding again. Immutable and thread-safe.
 *
 * @param sections the sections of which some fact changes the answer, in the order of a decision
 * @param zone the zone in which instants are said
 */
public record WhatIf(List<Section> sections, ZoneId zone) {

    /**
     * A section of the decision.
     *
     * @param name its key, such as {@code urgency}
     * @param now what it answers now
     * @param effects what changes it: what changes fewer sections first
     */
    public record Section(String name, List<Finding> now, List<Effect> effects) {

        /** Copies. */
        public Section {
            Objects.requireNonNull(name, "The name must be given.");
            Objects.requireNonNull(now, "The now must be given.");
            Objects.requireNonNull(effects, "The effects must be given.");
            now.forEach(each -> Objects.requireNonNull(each, "The finding must be given."));
            now = List.copyOf(now);
            effects.forEach(each -> Objects.requireNonNull(each, "The effect must be given."));
            effects = List.copyOf(effects);
        }
    }

    /**
     * What another fact does to a section.
     *
     * @param change the component and its other value, the likeliest of those that answer so
     * @param then what the section answers then
     */
    public record Effect(FactChange change, List<Finding> then) {

        /** Copies. */
        public Effect {
            Objects.requireNonNull(change, "The change must be given.");
            Objects.requireNonNull(then, "The then must be given.");
            then.forEach(each -> Objects.requireNonNull(each, "The finding must be given."));
            then = List.copyOf(then);
        }
    }

    /** Copies. */
    public WhatIf {
        Objects.requireNonNull(sections, "The sections must be given.");
        Objects.requireNonNull(zone, "The zone must be given.");
        sections.forEach(each -> Objects.requireNonNull(each, "The section must be given."));
        sections = List.copyOf(sections);
    }

    /**
     * The same as text, a few changes a section; of a free text only that it was given. Do not parse it: its wording may change without
     * warning.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public String explain(Locale locale) {
        return new WhatIfText(this, locale).text();
    }
}
