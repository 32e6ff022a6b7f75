package org.supportpolicy.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that every command with texts has; mixed into a command, it also tells in which language the command is refused. */
public final class LanguageOption {

    /** Which language texts are in. */
    enum Language { EN, NL }

    @Option(names = "--lang", paramLabel = "nl|en", description = "Language of the texts; English when left out.")
    private Language language = Language.EN;

    /** The language that was asked for: English or Dutch. */
    public Locale locale() {
        return Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT));
    }
}
