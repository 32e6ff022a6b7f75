package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** Checks rule files before Drools compiles them, and says every mistake of every file at the word that is wrong. */
public final class DrlCheck {

    private DrlCheck() {}

    /**
     * Checks rule files.
     *
     * @param files the files
     * @param clauses the ids of the clauses they may cite
     * @throws PolicyException if one of them holds a mistake, with every mistake of every file, by file, line and column
     */
    public static void check(List<RuleFile> files, Collection<String> clauses) {
        Set<String> ids = new TreeSet<>(clauses);
        Map<String, String> names = new TreeMap<>();
        List<SourceText> sources = new ArrayList<>();
        List<RuleText> sound = new ArrayList<>();
        for (RuleFile file : files) {
            SourceText source = new SourceText(file);
            sources.add(source);
            PackageDescr parsed = parse(source);
            if (parsed != null && source.problems().isEmpty()) {
                Vocabulary words = Vocabulary.of(parsed, source);
                new RuleCheck(source, words, ids, names).check(parsed);
                if (source.problems().isEmpty()) {
                    sound.addAll(RuleText.of(parsed, source, words));
                }
            }
        }
        RuleSetCheck.check(sound);
        List<Problem> problems = new ArrayList<>();
        for (SourceText source : sources) {
            source.problems().stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)).forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new PolicyException("The policy", problems);
        }
    }

    /** The rules of files that hold no mistake, file by file, in the order in which they are written. */
    static List<RuleText> texts(List<RuleFile> files) {
        List<RuleText> texts = new ArrayList<>();
        for (RuleFile file : files) {
            SourceText source = new SourceText(file);
            PackageDescr parsed = Objects.requireNonNull(parse(source));
            texts.addAll(RuleText.of(parsed, source, Vocabulary.of(parsed, source)));
        }
        return texts;
    }

    private static @Nullable PackageDescr parse(SourceText source) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, source.file().text());
        } catch (DroolsParserException | RuntimeException e) {
            if (parser.getErrors().isEmpty()) {
                source.add("SP-R020", 0, "The file cannot be read as rules (" + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ").", null);
            }
        }
        for (DroolsError error : parser.getErrors()) {
            int line = error.getLines().length > 0 ? error.getLines()[0] : 1;
            int column = error instanceof ParserError at ? at.getCol() + 1 : 1;
            source.add("SP-R020", source.offset(line, column), plain(error.getMessage()), null);
        }
        if (parsed == null && source.problems().isEmpty()) {
            source.add("SP-R020", 0, "The file must hold a package and its rules.", null);
        }
        return parsed;
    }

    /** What the parser says, without its own code and position. */
    private static String plain(String message) {
        String said = message.lines().findFirst().orElse(message).replaceFirst("^\\[\\d+,\\d+]:\\s*", "")
                .replaceFirst("^\\[ERR \\d+]\\s*", "").replaceFirst("^Line \\d+:\\d+\\s*", "").strip();
        return "The text is not a rule here: " + said + (said.endsWith(".") ? "" : ".");
    }
}
