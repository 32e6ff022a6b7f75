package org.supportpolicy.cli;

import java.util.Locale;
import org.supportpolicy.Problem;

/** What is said of wrong arguments, in both languages; {0}, {1} and {2} stand for values. */
enum UsageWords {
    HELP("See {0} --help.", "Zie {0} --help."),
    NO_OPTION("There is no option {0}.", "De optie {0} bestaat niet."),
    NO_COMMAND("There is no command {0}.", "De opdracht {0} bestaat niet."),
    NO_PLACE("There is no place for {0}.", "Voor {0} is geen plaats."),
    COMMAND("A command must be given: {0}.", "Er moet een opdracht staan: {0}."),
    MISSING("{0} must be given.", "{0} moet worden opgegeven."),
    MISSING_ONE("One of {0} must be given.", "Een van {0} moet worden opgegeven."),
    ONLY_ONE("Only one of {0} may be given.", "Van {0} mag er maar één worden opgegeven."),
    ONCE("{0} may be given only once.", "{0} mag maar één keer worden opgegeven."),
    VALUE("A value must stand after {0}.", "Achter {0} moet een waarde staan."),
    NO_VALUE("No value may stand after {0}.", "Achter {0} mag geen waarde staan."),
    ONE_OF("The value ({1}) of {0} must be one of {2}.", "De waarde ({1}) van {0} moet een van {2} zijn."),
    KIND("The value ({1}) of {0} must be {2}.", "De waarde ({1}) van {0} moet zijn: {2}."),
    NAME("The name ({0}) must be {1}.", "De naam ({0}) moet zijn: {1}."),
    BESIDE("{0} must stand beside {1}.", "{0} moet naast {1} staan."),
    NOT_BESIDE("{0} must not stand beside {1}.", "{0} mag niet naast {1} staan."),
    SECTION("The section ({0}) must be one of {1}.", "De sectie ({0}) moet een van {1} zijn."),
    END("a day such as 2026-12-31 or an instant with an offset, in the years of facts",
            "een dag zoals 2026-12-31 of een moment met een offset, in de jaren van feiten"),
    PATH("a name that the language settings of this machine can write; maybe LC_ALL=C.UTF-8 helps",
            "een naam die de taalinstellingen van deze machine kunnen schrijven; misschien helpt LC_ALL=C.UTF-8"),
    SCHEMA("fact-set, decision, or a directory with rule files", "fact-set, decision, of een map met regelbestanden"),
    NOT_READ("a file that the same command does not read, since it is written over",
            "een bestand dat dezelfde opdracht niet leest, omdat het wordt overschreven"),
    WRITTEN("{0} files written to {1}; begin with {2}.", "{0} bestanden geschreven in {1}; begin met {2}."),
    MAYBE("Maybe {0}.", "Misschien {0}.");

    private final Problem.Said said;

    UsageWords(String english, String dutch) {
        this.said = new Problem.Said(english, dutch);
    }

    /** The words with their places filled; a value that is said differently in the two languages is a {@link Problem.Said}. */
    Problem.Said of(Object... values) {
        return new Problem.Said(filled(said.english(), Locale.ENGLISH, values), filled(said.dutch(), Locale.forLanguageTag("nl"), values));
    }

    private static String filled(String words, Locale locale, Object... values) {
        String filled = words;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", values[i] instanceof Problem.Said both ? both.in(locale) : values[i].toString());
        }
        return filled;
    }
}
