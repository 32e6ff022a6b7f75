package org.supportpolicy.json;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.Decision;

/**
 * Writes decisions as JSON, one object on one line, its keys in a fixed order. Immutable and thread-safe.
 *
 * <p>{@link Schemas#decision} describes what it writes, {@link DecisionReader} reads it.
 */
public final class DecisionWriter {

    private static final int USUAL_BYTES = 16 * 1024;

    private final Form form;
    private final Voice voice;
    private final Fragments fragments;
    /** The text that a thread writes into, decision after decision. */
    private final ThreadLocal<JsonText> texts;

    /** Makes a writer whose reasons say of a free text that it was given, and not what it says. */
    public DecisionWriter() {
        this(Form.WHOLE);
    }

    private DecisionWriter(Form form) {
        this.form = form;
        this.voice = Voice.of(form.language(), form.texts());
        this.fragments = new Fragments(voice);
        this.texts = ThreadLocal.withInitial(() -> new JsonText(USUAL_BYTES));
    }

    /** One that says less than another, in the same words. */
    private DecisionWriter(Form form, DecisionWriter other) {
        this.form = form;
        this.voice = other.voice;
        this.fragments = other.fragments;
        this.texts = other.texts;
    }

    /** The same with some keys alone, beside what says which decision it is. */
    DecisionWriter only(Collection<String> keys) {
        return new DecisionWriter(form.only(List.copyOf(keys)), this);
    }

    /** A writer whose reasons say what free texts say, up to sixty characters of each; what it writes may hold personal data. */
    public static DecisionWriter withTexts() {
        return new DecisionWriter(new Form(Locale.ENGLISH, true, null, false, false, null));
    }

    /** The keys of the answers of a decision, such as {@code support}, in the order in which they are written. */
    public static List<String> sections() {
        return Form.SECTIONS;
    }

    /**
     * The same with its texts in a language: the sentences of rules, and what reasons conclude and rest on. Keys and constants stay.
     *
     * @param locale Dutch for Dutch, in words for people; any other for English, in words that stay
     */
    public DecisionWriter in(Locale locale) {
        Objects.requireNonNull(locale, "The locale must be given.");
        return new DecisionWriter(new Form(locale, form.texts(), form.questions(), form.validity(), form.structured(), form.keys()));
    }

    /**
     * The same that also writes {@code questions}: what is still to be known, as questions with what would come of which answer.
     *
     * @param locale the language of the questions: Dutch for Dutch, any other for English
     */
    public DecisionWriter withQuestions(Locale locale) {
        Objects.requireNonNull(locale, "The locale must be given.");
        return new DecisionWriter(new Form(form.language(), form.texts(), locale, form.validity(), form.structured(), form.keys()));
    }

    /** The same that also writes {@code validUntil}, which takes as long as a few decisions. */
    public DecisionWriter withValidity() {
        return new DecisionWriter(new Form(form.language(), form.texts(), form.questions(), true, form.structured(), form.keys()));
    }

    /**
     * The same that also writes reasons for programs: {@code findings} with their kind and components, and in each reason the {@code id} of
     * its rule, the place of its {@code finding} in that list, and what it {@code restsOn}, by paths of facts and places of findings.
     */
    public DecisionWriter withStructuredReasons() {
        return new DecisionWriter(new Form(form.language(), form.texts(), form.questions(), form.validity(), true, form.keys()));
    }

    /** The same without reasons and notes: the answers alone. */
    public DecisionWriter answersOnly() {
        return new DecisionWriter(form.only(Form.SECTIONS));
    }

    /**
     * The same with one section alone, beside what says which decision it is.
     *
     * @param section the key of the section, one of {@link #sections()}
     * @throws IllegalArgumentException if there is no such section
     */
    public DecisionWriter section(String section) {
        if (!Form.SECTIONS.contains(Objects.requireNonNull(section, "The section must be given."))) {
            throw new IllegalArgumentException("The section (" + section + ") must be one of " + String.join(", ", Form.SECTIONS) + ".");
        }
        return new DecisionWriter(form.only(List.of(section)));
    }

    /** Writes a decision. Absent values are left out, empty sets are {@code []}, instants stand in the desk's zone. */
    public String write(Decision decision) {
        return new String(writeUtf8(decision), StandardCharsets.UTF_8);
    }

    /** Writes a decision in UTF-8, which is faster where bytes are wanted. */
    public byte[] writeUtf8(Decision decision) {
        Objects.requireNonNull(decision, "The decision must be given.");
        JsonText json = texts.get();
        json.clear();
        new DecisionText(json, form, decision, voice, fragments).write();
        return json.toBytes();
    }
}
