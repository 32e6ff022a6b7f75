package org.supportpolicy.json;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.record.Shape;

/**
 * What is written of a decision.
 *
 * @param language the language of what is said
 * @param texts whether it is said what free texts say, and not only that they were given
 * @param questions the language of the questions; null for none
 * @param validity whether it is written until when it is valid
 * @param structured whether reasons are written for programs too
 * @param keys the keys that may be written; null for all
 */
record Form(Locale language, boolean texts, @Nullable Locale questions, boolean validity, boolean structured, @Nullable Set<String> keys) {

    /** What says which decision it is. */
    private static final Set<String> HEAD = Set.of("policy", "ticket", "asOf", "validUntil");

    private static final List<String> ALL = Shape.of(DecisionDocument.Whole.class).names();

    /** The keys of the answers, in the order in which they are written. */
    static final List<String> SECTIONS = ALL.subList(ALL.indexOf("support"), ALL.indexOf("readings") + 1).stream()
            .filter(key -> !key.equals("questions")).toList();

    /** The whole decision, in English. */
    static final Form WHOLE = new Form(Locale.ENGLISH, false, null, false, false, null);

    /** The same with some sections and no reasons. */
    Form only(Collection<String> sections) {
        Set<String> kept = Stream.of(HEAD, sections, questions == null ? List.<String>of() : List.of("questions"))
                .flatMap(names -> names.stream()).collect(Collectors.toUnmodifiableSet());
        return new Form(language, texts, questions, validity, structured, kept);
    }

    boolean wants(String key) {
        return keys == null || keys.contains(key);
    }
}
