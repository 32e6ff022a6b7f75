package org.supportpolicy.verify;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.Spelling;

/** Checks what scenarios of a file expect: that it is something, and that a decision can hold it. */
final class ExpectationCheck {

    /** The keys of a scenario that expect something. */
    static final List<String> KEYS = List.of("expect", "includes", "excludes", "because", "silent", "outlook");
    private static final String UNTIL = "until";

    private final Collection<String> clauses;
    private final OwnFacts own;
    private final FileProblems problems;

    /** @param own what the policy declares */
    ExpectationCheck(Collection<String> clauses, OwnFacts own, FileProblems problems) {
        this.clauses = clauses;
        this.own = own;
        this.problems = problems;
    }

    /**
     * Checks what a scenario expects.
     *
     * @param place where it is said that it expects nothing
     */
    void check(Item scenario, Item place) {
        if (!expectsSomething(scenario)) {
            problems.add(place, Problem.of("SP-S003.nothing", String.join(", ", KEYS)));
        }
        for (String key : List.of("expect", "includes", "excludes")) {
            Item part = scenario.member(key);
            if (!part.isMap() && part.value() != null) {
                problems.add(part, Problem.of("SP-S003.map", key));
            }
            if (!key.equals("expect")) {
                part.members().forEach(this::elements);
            }
            answer("", part);
        }
        for (String key : List.of("because", "silent")) {
            clauses(key, scenario.member(key));
        }
        outlook(scenario.member("outlook"));
    }

    /** A list of stretches, each a part of a decision and, but for the last, its end. */
    private void outlook(Item outlook) {
        boolean maps = outlook.items().stream().allMatch(Item::isMap);
        if (outlook.value() != null && !outlook.isList() || !maps) {
            problems.add(outlook, Problem.of("SP-S003.outlook"));
            return;
        }
        outlook.items().forEach(stretch -> stretch.members().forEach((key, member) -> {
            if (!key.equals(UNTIL) && known(key, Outline.below(""), "SP-S005.decision", "", member)) {
                answer(key, member);
            }
        }));
    }

    private static boolean expectsSomething(Item scenario) {
        Stream<Item> lists = Stream.concat(Stream.of("because", "silent", "outlook").map(scenario::member),
                Stream.of("includes", "excludes").flatMap(key -> scenario.member(key).members().values().stream()));
        return holdsValue(scenario.member("expect")) || lists.anyMatch(list -> !list.items().isEmpty());
    }

    /** Whether a value stands in a map, at whatever depth; an empty list is a value too. */
    private static boolean holdsValue(Item map) {
        return map.members().values().stream().anyMatch(member -> !member.isMap() || holdsValue(member));
    }

    private void elements(String section, Item elements) {
        if (!elements.isList()) {
            problems.add(elements, Problem.of("SP-S003.elements"));
        } else if (Outline.below("").contains(section) && !Outline.isList(section)) {
            problems.addToKey(elements, Problem.of("SP-S005.elements", section));
        }
    }

    private void clauses(String key, Item named) {
        if (!named.isList() && named.value() != null) {
            problems.add(named, Problem.of("SP-S003.clauses", key));
        }
        for (Item clause : named.items()) {
            String id = String.valueOf(clause.plain());
            if (!problems.isFull() && !clauses.contains(id)) {
                problems.add(clause, Problem.of("SP-S006", id).maybe(Spelling.nearest(id, clauses)));
            }
        }
    }

    /** Checks the keys and constants of a part of a decision. */
    private void answer(String path, Item item) {
        item.members().forEach((key, member) -> {
            if (known(key, Outline.below(path), path.isEmpty() ? "SP-S005.decision" : "SP-S005", path, member)) {
                answer(path.isEmpty() ? key : path + "." + key, member);
            }
        });
        item.items().forEach(element -> answer(path, element));
        List<String> constants = problems.isFull() ? List.of() : Outline.constants(path, own);
        if (!item.isMap() && !item.isList() && item.value() != null && !constants.isEmpty()) {
            String value = item.value().toString();
            if (!constants.contains(value)) {
                problems.add(item, Problem.of("SP-S005.value", value, path, String.join(", ", constants))
                        .maybe(Spelling.nearest(value, constants)));
            }
        }
    }

    /**
     * Whether a key is legal; what it is not is said where it stands.
     *
     * @param problem the key of that problem in the catalogue
     * @param owner what has the legal keys
     * @param item the value of the key
     */
    boolean known(String key, List<String> legal, String problem, String owner, Item item) {
        boolean known = legal.contains(key);
        if (!known && !problems.isFull()) {
            problems.addToKey(item, Problem.of(problem, key, owner).maybe(Spelling.nearest(key, legal)));
        }
        return known;
    }
}
