package org.supportpolicy.internal.words;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.supportpolicy.internal.environment.OwnFile;

/** Phrases by key, as files give them. Thread-safe. */
final class Catalogue {

    private final Properties texts = new Properties();
    /** The phrases that were asked for; most never are. */
    private final Map<String, Phrase> phrases = new ConcurrentHashMap<>();

    private Catalogue() {}

    /** The phrases of files of the library, such as {@code words_en}; a later file has the last word on a key. */
    static Catalogue of(String... files) {
        Catalogue catalogue = new Catalogue();
        for (String file : files) {
            catalogue.texts.putAll(OwnFile.properties("/org/supportpolicy/" + file + ".properties"));
        }
        return catalogue;
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
