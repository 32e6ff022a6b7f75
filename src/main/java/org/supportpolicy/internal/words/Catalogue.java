package org.supportpolicy.internal.words;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.supportpolicy.internal.environment.OwnFile;
import org.supportpolicy.internal.own.Spoken;

/** Phrases by key, as files give them. Thread-safe. */
final class Catalogue {

    private final Properties texts = new Properties();
    /** The phrases that were asked for; most never are. */
    private final Map<String, Phrase> phrases = new ConcurrentHashMap<>();
    private final Function<Spoken, String[]> own;
    private final Locale locale;
    private final ClassValue<Catalogue> declared = new ClassValue<>() {
        @Override
        protected Catalogue computeValue(Class<?> type) {
            Spoken spoken = type.getAnnotation(Spoken.class);
            return spoken == null ? Catalogue.this : with(own.apply(spoken));
        }
    };

    private Catalogue(Function<Spoken, String[]> own, Locale locale) {
        this.own = own;
        this.locale = locale;
    }

    /** The phrases of files of the library, such as {@code words_en}; a later file has the last word on a key. */
    static Catalogue of(String... files) {
        return of(spoken -> new String[0], files);
    }

    /**
     * The same, and what classes that a policy declares bring along.
     *
     * @param own which of their phrases: keys, each followed by its phrase
     */
    static Catalogue of(Function<Spoken, String[]> own, String... files) {
        boolean isDutch = files[0].endsWith("_nl");
        Catalogue catalogue = new Catalogue(own, isDutch ? Locale.forLanguageTag("nl") : Locale.ENGLISH);
        for (String file : files) {
            catalogue.texts.putAll(OwnFile.properties("/org/supportpolicy/" + file + ".properties"));
        }
        return catalogue;
    }

    /** These phrases, with those that a class brings along when a policy declares it; nothing is kept with a class of the JDK. */
    Catalogue of(Class<?> type) {
        ClassLoader home = type.getClassLoader();
        return home == null || home == Catalogue.class.getClassLoader() ? this : declared.get(type);
    }

    private Catalogue with(String[] phrases) {
        Catalogue more = new Catalogue(own, locale);
        more.texts.putAll(texts);
        for (int i = 0; i < phrases.length; i += 2) {
            more.texts.put(phrases[i], phrases[i + 1]);
        }
        return more;
    }

    /** The language of its phrases. */
    Locale locale() {
        return locale;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The phrase of a key that has one. */
    Phrase phrase(String key) {
        Phrase phrase = phrases.get(key);
        return phrase != null ? phrase : phrases.computeIfAbsent(key, it -> {
            String text = texts.getProperty(it);
            if (text == null) {
                throw new IllegalStateException("There are no words for (" + it + ").");
            }
            return Phrase.of(text);
        });
    }

    /** A phrase with its places filled. */
    String label(String key, Object... values) {
        return phrase(key).fill((text, place) -> text.append(values[place]));
    }
}
