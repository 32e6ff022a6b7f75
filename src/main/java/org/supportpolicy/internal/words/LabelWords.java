package org.supportpolicy.internal.words;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;

/** Says constants as labels: as people are told them, but for those that are told in sentences. Immutable and thread-safe. */
public final class LabelWords {

    private static final LabelWords ENGLISH = new LabelWords(Catalogue.of("words_en", "labels_en"));
    private static final LabelWords DUTCH = new LabelWords(Catalogue.of("words_nl", "labels_nl"));
    private static final Set<String> PACKAGES = Set.of(Fact.class.getPackageName(), Finding.class.getPackageName());

    private final Catalogue words;

    private LabelWords(Catalogue words) {
        this.words = words;
    }

    /** The labels of a language: Dutch for a Dutch locale, English for any other. */
    public static LabelWords of(Locale locale) {
        return locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    }

    /** The label of a constant; empty when it is none of a fact or of a finding. */
    public Optional<String> label(Enum<?> constant) {
        String key = SpokenValues.key(constant);
        return PACKAGES.contains(constant.getDeclaringClass().getPackageName()) && words.has(key)
                ? Optional.of(words.label(key)) : Optional.empty();
    }
}
