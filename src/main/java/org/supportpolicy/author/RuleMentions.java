package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.author.Mention.Role;
import org.supportpolicy.internal.check.Vocabulary;
import org.supportpolicy.internal.source.RuleText;
import org.supportpolicy.internal.source.Token;

/** Finds what is named in a rule file. Not thread-safe. */
final class RuleMentions {

    private final EditedCopy copy;
    private final Set<String> clauses;
    private final Set<String> readings;
    private final List<Mention> found = new ArrayList<>();

    private RuleMentions(EditedCopy copy) {
        this.copy = copy;
        this.clauses = copy.clauses();
        this.readings = copy.readings();
    }

    /** What all rule files name, file by file. */
    static List<Mention> of(EditedCopy copy) {
        RuleMentions mentions = new RuleMentions(copy);
        for (Map.Entry<String, Lines> file : copy.rules().entrySet()) {
            if (!EditedCopy.file(file.getKey(), file.getValue()).declares()) {
                mentions.add(file.getKey(), file.getValue());
            }
        }
        return mentions.found;
    }

    private void add(String file, Lines lines) {
        RuleContext context = new RuleContext(copy.words(), clauses);
        List<Token> tokens = Token.of(EditedCopy.file(file, lines));
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            boolean isReading = context.part() == RuleContext.Part.ANNOTATIONS && context.annotation().equals("reading");
            Subject subject = context.take(token, next);
            if (isReading && token.kind() == Token.Kind.TEXT) {
                readings(token, lines);
            } else if (subject != null) {
                int quote = token.kind() == Token.Kind.TEXT ? 1 : 0;
                Place place = lines.place(token.start() + quote, token.start() + quote + token.text().length());
                Subject own = subject.kind() == Subject.Kind.VARIABLE ? Subject.variable(file + ":" + subject.owner(), subject.name())
                        : subject;
                found.add(Mention.of(place, own, role(own, context, next)));
            }
        }
    }

    private void readings(Token token, Lines lines) {
        Matcher id = RuleText.READING.matcher(token.text());
        while (id.find()) {
            if (readings.contains(id.group())) {
                int start = token.start() + 1 + id.start();
                found.add(Mention.of(lines.place(start, start + id.group().length()), Subject.reading(id.group())));
            }
        }
    }

    private Role role(Subject subject, RuleContext context, Token next) {
        boolean concludes = context.part() == RuleContext.Part.CONSEQUENCE;
        return switch (subject.kind()) {
            case RULE -> Role.DEFINES;
            case VARIABLE -> next.is(":") ? Role.DEFINES : Role.USES;
            case TYPE -> concludes && isFinding(copy.words().type(subject.name())) ? Role.CONCLUDES : Role.USES;
            case CONSTANT -> concludes ? Role.CONCLUDES : Role.USES;
            default -> Role.USES;
        };
    }

    private static boolean isFinding(@Nullable Class<?> type) {
        return type != null && Vocabulary.isFinding(type);
    }
}
