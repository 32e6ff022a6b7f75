package org.supportpolicy.internal.possible;

import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.hours.ElapsedTime;
import org.supportpolicy.hours.Opening;
import org.supportpolicy.hours.SupportHours;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.MadeUp;
import org.supportpolicy.internal.record.Shape;

/**
 * What a component could be. Truths and choices are tried whole. Of instants, dates and periods those are tried at which a rule could begin
 * to tell them apart: the ends of the years of facts, the instant of the decision, what the facts name, and what the
 * numbers of the policy make of these. Not thread-safe.
 */
final class Domains {

    private static final Object[] TRUTHS = {true, false};
    private static final Object[] COUNTS = {0, 1, 2, 3};
    /** Together the whole week, and never open at once: so whatever hangs on hours differs between them. */
    private static final List<Map<DayOfWeek, List<OpenSpan>>> HOURS = List.of(week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)),
            week(EnumSet.range(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)));
    private static final Object[] PERIODS = {Period.ZERO, Period.ofDays(1), Period.ofDays(30), Period.ofYears(1),
            Period.ofYears(Limits.PERIOD_YEARS)};
    private static final Object[] INTAKES = {complete(), Intake.builder().build()};
    private static final Object[] NOTHING = {};
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_CENTURY = Duration.ofDays(Limits.PERIOD_YEARS * 365L);
    private static final int A_WEEK = 8; // with its ends
    private static final int MOST_DAYS = 4;
    private static final int MOST_VERSIONS = 6;
    private static final int MANY = 100;

    private final RuleConstants constants;
    private final DeclaredValues declared;
    private final RuleMap map;
    private final boolean declares;
    private @Nullable FactSet looked;
    private Beside beside = Beside.NOTHING;
    private final Map<LocalDate, Object[]> dates = new HashMap<>();

    /**
     * Makes them for a policy.
     *
     * @param constants what its rules say in numbers and texts
     * @param map what its rules look at
     */
    Domains(RuleConstants constants, RuleMap map) {
        this.constants = constants;
        this.declared = new DeclaredValues(constants);
        this.map = map;
        this.declares = map.declares();
    }

    /** What a fact as a whole could be; none when it is asked for component by component. */
    Object[] of(Class<? extends Fact> fact) {
        return fact == Intake.class ? INTAKES : NOTHING;
    }

    /** What a component could be; nothing where that cannot be told. */
    Object[] of(Class<? extends Fact> fact, int place, FactSet facts) {
        Shape shape = Shape.of(fact);
        String name = shape.names().get(place);
        if (OwnFact.class.isAssignableFrom(fact)) {
            RecordComponent component = fact.getRecordComponents()[place];
            return declared.of(component, facts.now(), beside(facts).of(component.getType(), true)).toArray();
        } else if (fact == Product.class && name.equals("installedVersion")) {
            return installed(facts);
        } else if (fact == Product.class && name.equals("versions")) {
            return catalogues(facts);
        } else if (fact == Desk.class && name.equals("hours")) {
            return HOURS.toArray();
        } else if (!(shape.types().get(place) instanceof Class<?> kind)) {
            return NOTHING;
        } else {
            Object[] usual = kind == LocalDate.class ? dates(facts.now().date()) : kind == Instant.class ? instants(facts) : ofKind(kind);
            return map.isCompared(fact, place) ? compared(fact.getRecordComponents()[place], usual, facts) : usual;
        }
    }

    /** What a component of the library could be where rules may compare it with what the policy declares. */
    private Object[] compared(RecordComponent component, Object[] usual, FactSet facts) {
        Class<?> kind = component.getType();
        Stream<?> said = kind == String.class && usual.length == 0 ? declared.texts() : Stream.of(usual);
        return Stream.concat(said, beside(facts).of(kind, false).stream()).filter(each -> DeclaredValues.mayBe(component, each))
                .distinct().toArray();
    }

    /** What stands in facts and beside it, as far as a component could be that too. */
    private Beside beside(FactSet facts) {
        if (declares && looked != facts) {
            looked = facts;
            beside = Beside.of(facts, map::isCompared);
        }
        return beside;
    }

    /** What the values of the components of a fact set are taken from beside the day and the instant; where it is the same, so are they. */
    Object around(FactSet facts) {
        return beside(facts);
    }

    private Object[] ofKind(Class<?> kind) {
        return kind == Boolean.class ? TRUTHS : Constants.isKind(kind) ? constants.all(kind) : kind == Integer.class ? COUNTS
                : kind == Period.class ? PERIODS : NOTHING;
    }

    /** What the values of a component are taken from; where this is the same, so are they. */
    Object from(Class<? extends Fact> fact, int place, FactSet facts) {
        Object kind = Shape.of(fact).types().get(place);
        if (map.isCompared(fact, place) && kind != Instant.class) {
            return List.of(fact, place, facts.now().date(), facts.get(Product.class), beside(facts));
        } else if (fact == Product.class && !kind.equals(LocalDate.class)) {
            return List.of(facts.get(Product.class), facts.now().date());
        }
        return kind == LocalDate.class ? facts.now().date() : kind == Instant.class ? facts.now().instant() : kind;
    }

    // ---- days and instants

    private Object[] dates(LocalDate today) {
        return dates.computeIfAbsent(today, day -> constants.days(day).toArray());
    }

    /** Later ones have not happened. Between two targets of the desk one has run out and the other has not. */
    private static Object[] instants(FactSet facts) {
        Instant now = facts.now().instant();
        Stream<Instant> usual = Stream.of(now, now.minusNanos(1), now.minus(A_DAY), now.minus(A_CENTURY));
        if (isLong(facts)) {
            return usual.filter(Limits::hold).toArray();
        }
        Stream<Instant> responded = facts.get(Response.class).map(Response::firstRespondedAt).map(facts.now()::past).stream();
        Stream<Instant> runningOut = Stream.concat(Stream.of(now), responded).distinct().flatMap(end -> runningOut(facts, end));
        return Stream.of(usual, runningOut, closed(facts)).flatMap(Function.identity()).filter(Limits::hold).distinct().toArray();
    }

    /** Whether counting over the calendar and the holds takes long: then it is not counted for what is merely possible. */
    static boolean isLong(FactSet facts) {
        int holds = facts.get(Ticket.class).map(Ticket::holds).map(List::size).orElse(0);
        return holds + facts.get(Desk.class).map(desk -> specialDays(desk).size()).orElse(0) > MANY;
    }

    /** The hours of a desk, or those that are tried where they are unknown; none when it is open in no week. */
    static List<SupportHours> hours(Desk desk) {
        if (desk.hours() == null) {
            return HOURS.stream().map(week -> SupportHours.of(desk.zoneOrDefault(), week,
                    Objects.requireNonNullElse(desk.datesWithOwnHours(), Map.of()))).toList();
        }
        return desk.hours().values().stream().allMatch(List::isEmpty) ? List.of() : SupportHours.of(desk).stream().toList();
    }

    /** The days on which a desk may keep other hours than usual, in their order. */
    static SortedSet<LocalDate> specialDays(Desk desk) {
        SortedSet<LocalDate> days = new TreeSet<>(desk.datesWithOwnHours() == null ? Set.of() : desk.datesWithOwnHours().keySet());
        days.addAll(Objects.requireNonNullElse(desk.holidays(), Set.of()));
        return days;
    }

    /** Those from which a target of the desk runs out at an end. */
    private static Stream<Instant> runningOut(FactSet facts, Instant end) {
        Desk desk = facts.get(Desk.class).orElse(Desk.builder().build());
        List<Hold> holds = facts.get(Ticket.class).map(ticket -> ticket.asKnownAt(facts.now()).getPastHolds()).orElse(List.of());
        return Stream.of(desk.firstResponseTargets(), desk.followUpTargets()).filter(Objects::nonNull)
                .flatMap(targets -> targets.values().stream()).distinct()
                .flatMap(target -> Stream.concat(Stream.of(ElapsedTime.before(end, target, holds)),
                        SupportHours.of(desk).map(hours -> hours.before(end, target, holds)).stream()));
    }

    /** The last closing, since a clock that starts while the desk is closed starts at different times by urgency. */
    private static Stream<Instant> closed(FactSet facts) {
        Desk desk = facts.get(Desk.class).orElse(null);
        List<SupportHours> known = desk == null || desk.hours() == null ? List.of() : hours(desk);
        if (known.isEmpty()) {
            return Stream.empty();
        }
        SupportHours hours = known.get(0);
        Instant last = null;
        Optional<Instant> next = closing(hours, facts.asOf().minus(A_DAY.multipliedBy(A_WEEK)));
        while (next.isPresent() && next.get().isBefore(facts.asOf())) {
            last = next.get();
            next = closing(hours, last);
        }
        List<LocalDate> special = new ArrayList<>(specialDays(desk).headSet(facts.now().date()));
        for (int i = special.size() - 1; i >= 0 && last == null; i--) {
            last = closing(hours, special.get(i).minusDays(1).atStartOfDay(hours.zone()).toInstant())
                    .filter(each -> each.isBefore(facts.asOf())).orElse(null);
        }
        return Stream.ofNullable(last);
    }

    /** The first closing behind an instant, when the desk closes within a week. */
    static Optional<Instant> closing(SupportHours hours, Instant from) {
        Instant end = from;
        for (Opening opening : (Iterable<Opening>) hours.openings(from)::iterator) {
            if (end.isBefore(opening.from()) && end.isAfter(from)) {
                return Optional.of(end);
            } else if (opening.from().isAfter(from.plus(A_DAY.multipliedBy(A_WEEK)))) {
                return Optional.empty();
            }
            end = opening.to();
        }
        return Optional.empty();
    }

    // ---- releases

    /** Of a long catalogue those around the newest that is available, and the oldest. */
    private static Object[] installed(FactSet facts) {
        List<ProductVersion> versions = facts.get(Product.class).map(Product::versions).orElse(null);
        if (versions == null) {
            return new Object[] {"1", "2", MadeUp.NO_VERSION};
        }
        List<ProductVersion> sorted = versions.stream()
                .sorted(Comparator.comparing(ProductVersion::availableOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        int available = (int) sorted.stream()
                .filter(version -> version.availableOn() != null && !version.availableOn().isAfter(facts.now().date())).count();
        Stream<String> near = IntStream.range(0, sorted.size()).filter(i -> i == 0 || Math.abs(i - available) <= MOST_VERSIONS)
                .mapToObj(sorted::get).map(ProductVersion::version);
        return Stream.concat(near, Stream.of(MadeUp.NO_VERSION)).toArray();
    }

    private Object[] catalogues(FactSet facts) {
        Product product = facts.get(Product.class).orElse(Product.builder().build());
        LocalDate today = facts.now().date();
        List<LocalDate> days = new ArrayList<>(List.of(today, today.minusDays(1), today.plusDays(1)));
        for (int number : constants.counted()) {
            days.add(today.minusDays(number));
            if (number <= Limits.PERIOD_YEARS) {
                days.addAll(List.of(today.minusYears(number), today.minusYears(number).minusDays(1)));
            }
        }
        days.add(today.minusYears(Limits.PERIOD_YEARS - 1));
        List<LocalDate> within = days.stream().distinct().filter(day -> Limits.hold(day) && Limits.hold(day.minusYears(1))).toList();
        if (product.versions() != null) {
            return completed(product.versions(), within);
        }
        String installed = Objects.requireNonNullElse(product.installedVersion(), "1");
        String next = installed.equals("2") ? "3" : "2";
        LocalDate first = Stream.of(today, today.minusDays(1), today.plusDays(1)).filter(Limits::hold).findFirst().orElseThrow();
        List<Object> catalogues = new ArrayList<>(List.of(List.of(new ProductVersion(installed, first))));
        within.forEach(day -> catalogues.add(List.of(new ProductVersion(installed, day.minusYears(1)), new ProductVersion(next, day))));
        catalogues.add(List.of(new ProductVersion(next, first)));
        return catalogues.toArray();
    }

    /** The catalogue with days for the releases that have none: each of a few days for all, and for each alone. */
    private static Object[] completed(List<ProductVersion> versions, List<LocalDate> days) {
        List<Integer> open = IntStream.range(0, versions.size()).filter(i -> versions.get(i).availableOn() == null).boxed().toList();
        List<Object> completed = new ArrayList<>();
        for (LocalDate day : days) {
            completed.add(completed(versions, day, day, -1));
        }
        for (int alone : versions.size() > MANY ? List.<Integer>of() : open.subList(0, Math.min(open.size(), MOST_DAYS))) {
            for (LocalDate day : days) {
                for (LocalDate other : days) {
                    completed.add(completed(versions, other, day, alone));
                }
            }
        }
        return completed.stream().distinct().toArray();
    }

    private static List<ProductVersion> completed(List<ProductVersion> versions, LocalDate day, LocalDate own, int alone) {
        List<ProductVersion> completed = new ArrayList<>(versions);
        for (int i = 0; i < completed.size(); i++) {
            if (completed.get(i).availableOn() == null) {
                completed.set(i, new ProductVersion(completed.get(i).version(), i == alone ? own : day));
            }
        }
        return List.copyOf(completed);
    }

    // ---- what is done by hand

    private static Map<DayOfWeek, List<OpenSpan>> week(Set<DayOfWeek> days) {
        Map<DayOfWeek, List<OpenSpan>> week = new TreeMap<>();
        for (DayOfWeek day : days) {
            week.put(day, List.of(OpenSpan.of("00:00", "24:00")));
        }
        return week;
    }

    private static Intake complete() {
        String given = "given";
        return Intake.builder().subject(given).description(given).expectedResults(given).businessImpact(given).serverUrl(given)
                .module(given).stepsToReproduce(given).sampleMachines(List.of(new SampleMachine(given, given))).productVersion(given)
                .build();
    }
}
