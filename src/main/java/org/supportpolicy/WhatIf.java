package org.supportpolicy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Given;

/**
 * Which answers another fact would change: for each section of a decision the single components of the facts of which another value gives
 * another answer, each checked by deciding again. Immutable and thread-safe.
 *
 * @param sections the sections of which some fact changes the answer, in the order of a decision
 * @param alike of several causes that are the same only the first is changed: by its path, such as {@code causes[0]}, how many they are
 * @param leftOut how many other values of components were not tried, because there are too many
 * @param zone the zone in which instants are said
 */
public record WhatIf(List<Section> sections, Map<String, Integer> alike, int leftOut, ZoneId zone) {

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
            now = Given.list(now, "now", "finding");
            effects = Given.list(effects, "effects", "effect");
        }
    }

    /**
     * What another fact does to a section.
     *
     * @param change the component and its other value, the likeliest of those that answer so
     * @param then what the section answers then
     * @param clauses the clauses by which it answers what it does not answer now, or answered what it does no longer
     */
    public record Effect(FactChange change, List<Finding> then, List<String> clauses) {

        /** Copies. */
        public Effect {
            Objects.requireNonNull(change, "The change must be given.");
            then = Given.list(then, "then", "finding");
            clauses = Given.list(clauses, "clauses", "clause");
        }
    }

    /** Copies. */
    public WhatIf {
        Objects.requireNonNull(zone, "The zone must be given.");
        sections = Given.list(sections, "sections", "section");
        alike = Map.copyOf(Objects.requireNonNull(alike, "The alike must be given."));
    }

    /**
     * The same as text, each change once, in the first section whose answer it changes, a few a section; of a free text only that it was
     * given. Do not parse it: its wording may change without warning.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public String explain(Locale locale) {
        return new WhatIfText(this, locale).text();
    }
}
