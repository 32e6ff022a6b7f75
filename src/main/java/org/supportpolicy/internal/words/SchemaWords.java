package org.supportpolicy.internal.words;

import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.own.Spoken;

/** Says in schemas what the parts of documents are, in English or Dutch. Immutable and thread-safe. */
public final class SchemaWords {

    private static final SchemaWords ENGLISH = new SchemaWords(Catalogue.of(Spoken::english, "words_en", "schema_en"));
    private static final SchemaWords DUTCH = new SchemaWords(Catalogue.of(Spoken::dutch, "words_nl", "schema_nl"));
    private static final String ANYTHING = "…";
    private static final int MOST_PLACES = 60;
    private static final Pattern SAYS_SOMETHING = Pattern.compile("\\p{L}");

    private final Catalogue words;

    private SchemaWords(Catalogue words) {
        this.words = words;
    }

    /** The words of a language: Dutch for a Dutch locale, English for any other. */
    public static SchemaWords of(Locale locale) {
        return locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    }

    /** What is said of a part of a document. */
    public String said(String key) {
        return words.label("schema." + key);
    }

    /** The question that a fact or a component of a record answers. */
    public String ask(Class<?> record, @Nullable String component) {
        return words.of(record).label(record.getSimpleName() + (component == null ? "" : "." + component) + ".ask");
    }

    /** Whether a component is asked for; those of what rules conclude are not. */
    public boolean isAsked(Class<?> record, String component) {
        return words.of(record).has(record.getSimpleName() + "." + component + ".ask");
    }

    /** What a fact, or a record in it, is called. */
    public String name(Class<?> record) {
        String name = record.getSimpleName();
        String own = "schema." + name;
        Catalogue all = words.of(record);
        return all.label(all.has(own) ? own : all.has(name + ".called") ? name + ".called" : name);
    }

    /** How a finding is said, whatever its components are; its kind where that says nothing. */
    public String finding(Class<?> finding) {
        String name = finding.getSimpleName();
        Catalogue all = words.of(finding);
        Object[] anything = Collections.nCopies(MOST_PLACES, ANYTHING).toArray();
        String said = all.has(name) ? all.label(name, anything) : ANYTHING;
        return SAYS_SOMETHING.matcher(said).find() ? said : name;
    }
}
