package org.supportpolicy.internal.words;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.own.Spoken;
import org.supportpolicy.internal.record.Constants;

/** Says constants as labels: as people are told them, but for those that are told in sentences. Immutable and thread-safe. */
public final class LabelWords {

    private static final LabelWords ENGLISH = new LabelWords(Catalogue.of(Spoken::english, "words_en", "labels_en"));
    private static final LabelWords DUTCH = new LabelWords(Catalogue.of(Spoken::dutch, "words_nl", "labels_nl"));
    private static final Set<String> PACKAGES = Set.of(Fact.class.getPackageName(), Finding.class.getPackageName());

    private final Catalogue words;

    private LabelWords(Catalogue words) {
        this.words = words;
    }

    /** The labels of a language: Dutch for a Dutch locale, English for any other. */
    public static LabelWords of(Locale locale) {
        return locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    }

    /** The label of a constant, of one that a policy adds as it says; empty when it is none of a fact or of a finding. */
    public Optional<String> label(Object constant) {
        if (constant instanceof OpenValue<?> member && !member.isKnown()) {
            return Optional.of(member.words(words.locale()).orElse(member.name()));
        }
        Catalogue all = words.of(Constants.kind(constant));
        String key = SpokenValues.key(constant);
        boolean isSaid = all != words || PACKAGES.contains(Constants.kind(constant).getPackageName());
        return isSaid && all.has(key) ? Optional.of(all.label(key)) : Optional.empty();
    }
}
