package org.supportpolicy.json;

import java.time.ZoneId;
import java.util.Locale;
import org.supportpolicy.Rule;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.words.Speech;
import org.supportpolicy.internal.words.Words;

/** How a document says findings, facts and rules. Immutable and thread-safe. */
interface Voice {

    /** Says a finding; instants in a zone. */
    String finding(Finding finding, ZoneId zone);

    /** Says a fact and what is known of it; instants in a zone. */
    String fact(Object fact, ZoneId zone);

    /** Says a rule. */
    String rule(Rule rule);

    /**
     * The voice of a language: in Dutch as people are spoken to, in any other English in the words of documents, which stay.
     *
     * @param texts whether it says what free texts say, and not only that they were given
     */
    static Voice of(Locale locale, boolean texts) {
        return locale.getLanguage().equals("nl") ? spoken(texts ? Speech.withTexts(locale) : Speech.of(locale), locale)
                : written(Words.of(texts));
    }

    private static Voice written(Words words) {
        return new Voice() {
            @Override
            public String finding(Finding finding, ZoneId zone) {
                return words.finding(finding, zone);
            }

            @Override
            public String fact(Object fact, ZoneId zone) {
                return words.fact(fact, zone);
            }

            @Override
            public String rule(Rule rule) {
                return rule.name();
            }
        };
    }

    private static Voice spoken(Speech speech, Locale locale) {
        return new Voice() {
            @Override
            public String finding(Finding finding, ZoneId zone) {
                return speech.finding(finding, zone);
            }

            @Override
            public String fact(Object fact, ZoneId zone) {
                return speech.fact(fact, zone);
            }

            @Override
            public String rule(Rule rule) {
                return rule.sentence(locale);
            }
        };
    }
}
