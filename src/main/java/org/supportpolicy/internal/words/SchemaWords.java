package org.supportpolicy.internal.words;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Cause;
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
        return nameKey(record).map(words.of(record)::label).orElseThrow(() -> new IllegalStateException("(" + record + ") has no name."));
    }

    /** The same; nothing when it has no name of its own. */
    public String nameOrNothing(Class<?> record) {
        return nameKey(record).map(words.of(record)::label).orElse("");
    }

    private Optional<String> nameKey(Class<?> record) {
        String name = record.getSimpleName();
        return Stream.of("schema." + name, name + ".called", name).filter(words.of(record)::has).findFirst();
    }

    /** How a finding is said, whatever its components are; its kind where that says nothing. */
    public String finding(Class<?> finding) {
        String name = finding.getSimpleName();
        Catalogue all = words.of(finding);
        String said = all.has(name) ? all.label(name, anything()) : ANYTHING;
        return SAYS_SOMETHING.matcher(said).find() ? said : name;
    }

    /**
     * How a component is said, whatever its value is; nothing where only its value is said.
     *
     * @param variant what stands behind its key, such as {@code .true}; empty for none
     */
    public String component(Class<?> record, String component, String variant) {
        Catalogue all = words.of(record);
        String own = record.getSimpleName() + "." + component + variant;
        String key = Cause.class.isAssignableFrom(record) && !all.has(own) ? "Cause." + component + variant : own;
        return all.has(key) ? all.label(key, anything()) : "";
    }

    private static Object[] anything() {
        return Collections.nCopies(MOST_PLACES, ANYTHING).toArray();
    }
}
