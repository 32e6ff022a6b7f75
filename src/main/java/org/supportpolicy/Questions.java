package org.supportpolicy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.words.Speech;

/** Makes questions of the paths that a decision needs. */
final class Questions {

    /** The gates of support in the order in which its answer goes by them, and then what the urgency hangs on. */
    private static final List<String> FIRST = List.of("customer.kind", "customer.maintenanceActive", "customer.serviceSubscriptionActive",
            "ticket.kind", "product", "customer", "ticket.channel", "contact.authorised", "impact");
    private static final Comparator<Need> ORDER = Comparator.<Need>comparingInt(need -> rank(need.path())).thenComparing(Need::path);

    private static final Map<Class<?>, Question.Kind> KINDS = Map.of(
            Integer.class, Question.Kind.COUNT,
            LocalDate.class, Question.Kind.DATE,
            Instant.class, Question.Kind.INSTANT,
            Period.class, Question.Kind.PERIOD,
            Duration.class, Question.Kind.PERIOD,
            String.class, Question.Kind.TEXT,
            ZoneId.class, Question.Kind.TEXT);

    private final Speech speech;
    private final List<Cause> causes;
    private final OwnFacts own;

    private Questions(Speech speech, List<Cause> causes, OwnFacts own) {
        this.speech = speech;
        this.causes = causes;
        this.own = own;
    }

    /** The questions for needs, most telling first. */
    static List<Question> of(Collection<Need> needs, List<Cause> causes, OwnFacts own, Locale locale) {
        Questions questions = new Questions(Speech.of(locale), causes, own);
        return needs.stream().sorted(ORDER).map(questions::question).toList();
    }

    private static int rank(String path) {
        int rank = 0;
        while (rank < FIRST.size() && !path.equals(FIRST.get(rank)) && !path.startsWith(FIRST.get(rank) + ".")) {
            rank++;
        }
        return rank;
    }

    private Question question(Need need) {
        FactPath place = FactPath.of(need.path(), causes, List.of(need.fact()));
        String ask = speech.ask(place);
        return new Question(need.path(),
                need.cause().isEmpty() || causes.size() < 2 ? ask : speech.label("needOfCause", need.cause().getAsInt() + 1, ask),
                Question.Answerer.valueOf(Speech.answerer(place)), answers(place.type()));
    }

    private Question.Answers answers(Type type) {
        if (type instanceof ParameterizedType many) {
            return many.getRawType() != Map.class && many.getActualTypeArguments()[0] instanceof Class<?> item && Constants.isKind(item)
                    ? choices(Question.Kind.SOME_OF, constants(item)) : plain(Question.Kind.LIST);
        }
        Class<?> kind = (Class<?>) type;
        return kind == Boolean.class ? choices(Question.Kind.YES_NO, List.of(new Question.Choice("true", speech.label("yes")),
                        new Question.Choice("false", speech.label("no"))))
                : Constants.isKind(kind) ? choices(Question.Kind.ONE_OF, constants(kind))
                : plain(KINDS.getOrDefault(kind, Question.Kind.DETAILS));
    }

    /** The values that go by their names, those that the policy adds too, called as JSON calls them. */
    private List<Question.Choice> constants(Class<?> kind) {
        return Stream.concat(Constants.of(kind).stream(), own.types().members(kind).stream())
                .map(constant -> new Question.Choice(constant.toString(), speech.constant(constant)))
                .toList();
    }

    private Question.Answers choices(Question.Kind kind, List<Question.Choice> choices) {
        return new Question.Answers(kind, speech.or(choices.stream().map(Question.Choice::words).toList()), choices);
    }

    private Question.Answers plain(Question.Kind kind) {
        return new Question.Answers(kind, speech.constant(kind), List.of());
    }
}
