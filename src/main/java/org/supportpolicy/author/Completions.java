package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.author.Completion.Kind;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.Token;

/** Offers the words that may stand at a place of a file and begin as what was typed there. */
final class Completions {

    /** Stands in a text where something is to be written. */
    private static final String HERE = "\uE000";

    private final EditedCopy copy;
    private final Locale locale;
    private final String file;
    private final Lines lines;
    private final int offset;

    Completions(EditedCopy copy, Locale locale, String file, Lines lines, int offset) {
        this.copy = copy;
        this.locale = locale;
        this.file = file;
        this.lines = lines;
        this.offset = offset;
    }

    /** Those in a file of rules or declarations. */
    List<Completion> inRules() {
        List<Token> tokens = Token.of(EditedCopy.file(file, lines));
        RuleContext context = new RuleContext(copy.words(), copy.clauses());
        String annotation = "";
        int word = lines.wordStart(offset, "$");
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isText = token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.BROKEN;
            boolean isClosed = token.kind() == Token.Kind.TEXT;
            if (isText && token.start() < offset && (isClosed ? offset < token.end() : offset <= token.end())) {
                int start = Math.max(token.start() + 1, lines.wordStart(offset, ".-"));
                return completions(DeclarationCandidates.isTheirs(file) ? DeclarationCandidates.inText(annotation)
                        : RuleCandidates.inText(copy, context, section()), start);
            } else if (token.start() >= word) {
                break;
            }
            annotation = context.before() != null && context.before().is("@") ? token.text() : annotation;
            context.take(token, tokens.get(i + 1));
        }
        if (isComment()) {
            return List.of();
        } else if (DeclarationCandidates.isTheirs(file)) {
            return completions(DeclarationCandidates.of(copy, context.before()), word);
        }
        List<Candidate> candidates = RuleCandidates.of(copy, context);
        return completions(candidates, context.part() == RuleContext.Part.IMPORT ? importStart(word) : word);
    }

    private int importStart(int word) {
        return lines.wordStart(word, ".");
    }

    private boolean isComment() {
        String before = lines.text().substring(lines.offset(lines.line(offset), 1), offset);
        return before.contains("//");
    }

    private String section() {
        return copy.draft().books().stream().filter(book -> book.source().file().fileName().equals(file)).findFirst()
                .map(RuleBook::section).map(section -> section.text()).orElse("");
    }

    /** Those in a clause text. */
    List<Completion> inText() {
        String before = lines.text().substring(lines.offset(lines.line(offset), 1), offset);
        int start = before.startsWith("### ") ? Math.max(0, before.lastIndexOf("· ") + 2) : before.length();
        int word = before.startsWith("### ") ? offset - before.length() + start : lines.wordStart(offset, "-");
        return completions(TextCandidates.of(copy, before.substring(0, word - (offset - before.length()))), word);
    }

    /** Those in a scenario file: a mark is put where something is to be written, and what may stand there is found by it. */
    List<Completion> inScenarios(DocumentSchema factSet, DocumentSchema decision) {
        String before = lines.text().substring(0, offset);
        for (String behind : List.of("", "\"", "'", ":")) {
            Finder finder = new Finder();
            new ScenarioWalk(copy, factSet, decision, finder).walk(YamlNode.of(before + HERE + behind));
            if (finder.legal != null) {
                String next = lines.text().substring(offset, lines.wordEnd(offset, ""));
                String colon = finder.isKey && !lines.text().startsWith(":", offset + next.length()) ? ": " : "";
                List<Candidate> candidates = new ArrayList<>();
                for (String word : finder.legal.words().get()) {
                    Subject subject = finder.legal.meant().apply(word);
                    candidates.add(Candidate.of(word, kind(subject), subject).with(colon));
                }
                return completions(candidates, offset - finder.typed);
            }
        }
        return List.of();
    }

    /** Finds the mark. */
    private static final class Finder implements ScenarioWalk.Visitor {

        private ScenarioWalk.@Nullable Legal legal;
        private boolean isKey;
        private int typed;

        @Override
        public void word(String text, int start, int end, boolean isKey, ScenarioWalk.Legal legal) {
            if (text.contains(HERE)) {
                this.legal = legal;
                this.isKey = isKey;
                this.typed = text.indexOf(HERE);
            }
        }

        @Override
        public void title(YamlNode title) {
            // whatever stands there
        }
    }

    private static Kind kind(Subject subject) {
        return switch (subject.kind()) {
            case CLAUSE -> Kind.CLAUSE;
            case READING -> Kind.READING;
            case TYPE -> Kind.FACT;
            case COMPONENT -> Kind.COMPONENT;
            case CONSTANT -> Kind.CONSTANT;
            default -> Kind.KEY;
        };
    }

    private List<Completion> completions(List<Candidate> candidates, int start) {
        String typed = lines.text().substring(start, offset).toLowerCase(Locale.ROOT);
        Place place = lines.place(start, offset);
        Imports imports = Imports.of(copy, file);
        Meanings meanings = new Meanings(copy, locale);
        Set<String> seen = new java.util.HashSet<>();
        List<Completion> completions = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.label().toLowerCase(Locale.ROOT).startsWith(typed) && seen.add(candidate.label())) {
                Optional<TextEdit> added = imports == null || candidate.imports().isEmpty() ? Optional.empty()
                        : imports.adding(candidate.imports());
                completions.add(new Completion(candidate.label(), candidate.insert(), candidate.kind(),
                        meanings.brief(candidate.subject()), meanings.of(candidate.subject()), place, added.stream().toList()));
            }
        }
        return List.copyOf(completions);
    }
}
