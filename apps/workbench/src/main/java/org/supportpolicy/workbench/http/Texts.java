package org.supportpolicy.workbench.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Limits;

/** What the services say themselves, in both languages. Thread-safe. */
public final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Properties ENGLISH = read("en");
    private static final Properties DUTCH = read("nl");

    private Texts() {}

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(Objects.requireNonNull(Texts.class.getResourceAsStream("texts_" + language
                + ".properties"), "The texts must stand beside its classes."), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("What stands in the jar can be read.", e);
        }
        return texts;
    }

    /** A text with its places filled; a value is quoted no further than anyone would read. */
    public static Problem.Said said(String key, Object... values) {
        return new Problem.Said(filled(ENGLISH, key, values), filled(DUTCH, key, values));
    }

    private static String filled(Properties texts, String key, Object... values) {
        String text = Objects.requireNonNull(texts.getProperty(key), key);
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                Limits.quoted(String.valueOf(values[Integer.parseInt(place.group(1))]))));
    }

    public static boolean has(String key) {
        return ENGLISH.containsKey(key);
    }

    /** The keys of one language. */
    public static Set<String> keys(boolean dutch) {
        return new TreeSet<>((dutch ? DUTCH : ENGLISH).stringPropertyNames());
    }
}
