package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.environment.OwnFile;
import org.supportpolicy.internal.words.ReportWords;

/** Says in words what a difference between two decisions comes to, and whom it favours. Immutable and thread-safe. */
final class Effects {

    private static final Properties FAVOURS = OwnFile.properties("/org/supportpolicy/favours.properties");
    private static final List<String> STRENGTH = List.of("MAY", "SHOULD", "WILL", "MUST");
    private static final String ANY = ".*";

    /**
     * What a difference comes to.
     *
     * @param favour whom it favours
     * @param said what changes, the same for all tickets for which it does
     */
    record Effect(Favour favour, String said) {}

    private final ReportWords words;

    Effects(ReportWords words) {
        this.words = words;
    }

    /**
     * What differences between two decisions come to, item by item where they are of lists. That an instant is there or not follows from
     * whatever else changes in its section, and is no effect of its own beside that.
     */
    List<Effect> of(List<PolicyDiff.Difference> differences) {
        Set<String> changed = differences.stream().filter(difference -> !isMoment(difference.answer()))
                .map(difference -> section(difference.answer())).collect(Collectors.toSet());
        return differences.stream().filter(difference -> !isMoment(difference.answer()) || !changed.contains(section(difference.answer()))
                || difference.before() != null && difference.after() != null).flatMap(difference -> of(difference).stream()).toList();
    }

    private static String section(String answer) {
        return answer.replaceFirst("\\..*", "");
    }

    private List<Effect> of(PolicyDiff.Difference difference) {
        String answer = difference.answer();
        Object before = difference.before();
        Object after = difference.after();
        if (answer.equals("actions")) {
            return actions(actions(before), actions(after));
        } else if (FAVOURS.containsKey(answer + ANY)) {
            return items(answer, texts(before), texts(after));
        } else if (FAVOURS.containsKey(answer + ".later")) {
            return List.of(moment(answer, (String) before, (String) after));
        }
        return List.of(FAVOURS.containsKey(answer) ? value(answer, before, after)
                : new Effect(Favour.NOBODY, words.label("effect.other", words.label("answer." + answer))));
    }

    private Effect value(String answer, @Nullable Object before, @Nullable Object after) {
        String name = words.label("answer." + answer);
        if (before == null || after == null) {
            return new Effect(Favour.NOBODY, before == null ? words.label("effect.said", name, value(answer, after))
                    : words.label("effect.unsaid", name, value(answer, before)));
        }
        String favours = FAVOURS.getProperty(answer);
        List<String> order = Arrays.asList(favours.substring(favours.indexOf(':') + 1).strip().split(" "));
        boolean rises = order.indexOf(after.toString()) > order.indexOf(before.toString());
        return new Effect(rises ? Favour.CUSTOMER : Favour.SUPPORT,
                words.label("effect.changes", name, value(answer, before), value(answer, after)));
    }

    private Effect moment(String answer, @Nullable String before, @Nullable String after) {
        String how = before == null ? "new" : after == null ? "gone" : Moment.of(after).isAfter(Moment.of(before)) ? "later" : "earlier";
        Favour favour = Favour.valueOf(FAVOURS.getProperty(answer + (before == null || after == null ? ".new" : ".later")));
        boolean isLess = how.equals("gone") || how.equals("earlier");
        return new Effect(isLess ? favour.opposite() : favour, words.label("answer." + answer + "." + how));
    }

    private List<Effect> items(String answer, Set<String> before, Set<String> after) {
        List<Effect> effects = new ArrayList<>();
        after.stream().filter(item -> !before.contains(item)).forEach(item ->
                effects.add(new Effect(favour(answer, item), words.label("effect.comes." + answer, item(answer, item)))));
        before.stream().filter(item -> !after.contains(item)).forEach(item ->
                effects.add(new Effect(favour(answer, item).opposite(), words.label("effect.goes." + answer, item(answer, item)))));
        return effects;
    }

    private static Favour favour(String answer, String item) {
        return Favour.valueOf(FAVOURS.getProperty(answer + "." + item, FAVOURS.getProperty(answer + ANY, Favour.NOBODY.name())));
    }

    /** The modality of each action of a party. */
    private static Map<List<String>, String> actions(@Nullable Object many) {
        Map<List<String>, String> actions = new LinkedHashMap<>();
        for (Object each : many instanceof List<?> list ? list : List.of()) {
            Map<?, ?> action = (Map<?, ?>) each;
            actions.put(List.of((String) action.get("action"), (String) action.get("party")), (String) action.get("modality"));
        }
        return actions;
    }

    private List<Effect> actions(Map<List<String>, String> before, Map<List<String>, String> after) {
        List<Effect> effects = new ArrayList<>();
        after.forEach((action, modality) -> {
            String former = before.get(action);
            Favour favour = favour("actions", action.get(0));
            if (former == null) {
                effects.add(new Effect(favour, words.label("effect.comes", action(action, modality))));
            } else if (!former.equals(modality)) {
                boolean binds = STRENGTH.indexOf(modality) > STRENGTH.indexOf(former);
                effects.add(new Effect(binds ? favour : favour.opposite(),
                        words.label("effect.binds", action(action, former), action(action, modality))));
            }
        });
        before.forEach((action, modality) -> {
            if (!after.containsKey(action)) {
                effects.add(new Effect(favour("actions", action.get(0)).opposite(), words.label("effect.goes", action(action, modality))));
            }
        });
        return effects;
    }

    private String action(List<String> action, String modality) {
        return words.label("Action", kind(action.get(0)), words.label("Party." + action.get(1)),
                words.label("Modality." + modality));
    }

    /** The words of what is done; its name where a policy adds it. */
    private String kind(String action) {
        String key = "ActionKind." + action;
        return words.has(key) ? words.label(key) : action;
    }

    private static Set<String> texts(@Nullable Object many) {
        Set<String> texts = new TreeSet<>();
        (many instanceof List<?> list ? list : List.of()).forEach(item -> texts.add(item.toString()));
        return texts;
    }

    private String item(String answer, String item) {
        String key = FAVOURS.getProperty(answer, "") + ".";
        return Stream.of(key + item, key + item.toUpperCase(Locale.ROOT)).filter(words::has).map(words::label).findFirst().orElse(item);
    }

    /** A value of a decision, in words where it is no list of instants. */
    String value(String answer, @Nullable Object value) {
        if (value == null) {
            return words.label("memo.absent");
        } else if (value instanceof Boolean truth) {
            return words.label(truth ? "memo.yes" : "memo.no");
        } else if (value instanceof List<?> many && many.isEmpty()) {
            return words.label("memo.absent");
        } else if (answer.equals("actions")) {
            return String.join("; ", actions(value).entrySet().stream().map(action -> action(action.getKey(), action.getValue())).toList());
        } else if (value instanceof List<?> many) {
            return String.join(", ", many.stream().map(item -> item(answer, item.toString())).toList());
        }
        String favours = FAVOURS.getProperty(answer, ":");
        String key = favours.substring(0, Math.max(0, favours.indexOf(':'))) + "." + value;
        return words.has(key) ? words.label(key) : Objects.toString(value);
    }

    /** Whether an answer is an instant or a day. */
    static boolean isMoment(String answer) {
        return FAVOURS.containsKey(answer + ".later");
    }
}
