package org.supportpolicy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.internal.words.ProblemTexts;

/** The pages of the problems: what a code means, an example that fails, the same put right, and why. */
public final class ProblemPages {

    private static final List<String> CODES = ProblemTexts.keys().stream().filter(key -> key.matches("SP-[A-Z]\\d{3}.*"))
            .map(key -> key.substring(0, "SP-R034".length())).distinct().sorted().toList();

    private ProblemPages() {}

    /** Every code, sorted. */
    public static List<String> codes() {
        return CODES;
    }

    /**
     * The page of a code, as Markdown, in Dutch for a Dutch locale, in English for any other.
     *
     * @param code a code such as {@code SP-R034}
     * @throws IllegalArgumentException if there is no such code
     */
    public static String page(String code, Locale locale) {
        Objects.requireNonNull(code, "The code must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("There is no code (" + code + ").");
        }
        String language = locale.getLanguage().equals("nl") ? "nl/" : "";
        try (InputStream page = ProblemPages.class.getResourceAsStream("/org/supportpolicy/problems/" + language + code + ".md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
