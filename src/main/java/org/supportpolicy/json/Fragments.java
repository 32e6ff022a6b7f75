package org.supportpolicy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.Rule;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/** What stands in decision after decision, as JSON. It is made once and kept, as far as there is room. Thread-safe. */
final class Fragments {

    private static final int MOST = 4096;

    private static final ClassValue<Boolean> TIMELESS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> matched) {
            return matched.isRecord() && Shape.of(matched).types().stream()
                    .allMatch(Finding.class.isAssignableFrom(matched) ? Fragments::isTimeless : Fragments::isChoice);
        }
    };

    /** What was last written of something that stays the same from ticket to ticket. */
    private record Last(Object of, byte[] json) {}

    private final Voice voice;
    private final Map<Finding, byte[]> findings = new ConcurrentHashMap<>();
    private final Map<Object, byte[]> facts = new ConcurrentHashMap<>();
    private final Map<Rule, OfRule> rules = new ConcurrentHashMap<>();
    /** Of these, threads may each see another; every one is whole. */
    private @Nullable Last lastDesk;
    private @Nullable Last lastPolicy;

    Fragments(Voice voice) {
        this.voice = voice;
    }

    /** Whether a finding or a fact is said alike on every day and in every zone and has few values, so that it comes again. */
    static boolean comesAgain(Object matched) {
        return Constants.is(matched) || TIMELESS.get(matched.getClass());
    }

    private static boolean isTimeless(Type component) {
        return component instanceof ParameterizedType many ? many.getActualTypeArguments()[0] == String.class
                : component == String.class || isCounted(component) || Constants.isKind((Class<?>) component);
    }

    /** Whether a component of a fact has few values, and none that a policy adds, which another policy may say otherwise. */
    private static boolean isChoice(Type component) {
        return isCounted(component) || component instanceof Class<?> kind && kind.isEnum();
    }

    private static boolean isCounted(Type component) {
        return component == Integer.class || component == int.class || component == Boolean.class || component == boolean.class;
    }

    /** The words of a finding or a fact that comes again. */
    byte[] again(Object matched, ZoneId zone) {
        return matched instanceof Finding finding ? kept(findings, finding, voice::finding, zone) : kept(facts, matched, voice::fact, zone);
    }

    private static <T> byte[] kept(Map<T, byte[]> known, T matched, BiFunction<T, ZoneId, String> words, ZoneId zone) {
        byte[] before = known.get(matched);
        if (before != null) {
            return before;
        }
        byte[] json = JsonText.quoted(words.apply(matched, zone));
        if (known.size() < MOST) {
            known.put(matched, json);
        }
        return json;
    }

    /** The words of a desk, which is mostly the very one of the decision before. */
    byte[] desk(Desk desk, ZoneId zone) {
        Last before = lastDesk;
        if (before == null || before.of != desk) {
            before = new Last(desk, JsonText.quoted(voice.fact(desk, zone)));
            lastDesk = before;
        }
        return before.json;
    }

    /** What a decision says of the policy that decided. */
    byte[] policy(Decision.Receipt policy) {
        Last before = lastPolicy;
        if (before == null || !before.of.equals(policy)) {
            JsonText json = new JsonText(256);
            json.open('{');
            json.name("edition");
            json.text(policy.edition());
            json.name("fingerprint");
            json.text(policy.fingerprint());
            json.name("zoneData");
            json.text(policy.zoneData());
            json.close('}');
            before = new Last(policy, json.toBytes());
            lastPolicy = before;
        }
        return before.json;
    }

    /**
     * What every reason of a rule says.
     *
     * @param head its members up to what it concludes
     * @param tail its last member
     */
    record OfRule(byte[] head, byte[] tail) {}

    /** What every reason of a rule says. */
    OfRule rule(Rule rule) {
        OfRule known = rules.get(rule);
        if (known != null) {
            return known;
        }
        JsonText head = new JsonText(256);
        head.name("clause");
        head.text(rule.clause());
        head.name("rule");
        head.text(voice.rule(rule));
        head.name("concludes");
        JsonText tail = new JsonText(64);
        tail.name("readings");
        tail.open('[');
        rule.readings().forEach(reading -> tail.text(reading.id()));
        tail.close(']');
        OfRule made = new OfRule(head.toBytes(), tail.toBytes());
        if (rules.size() < MOST) {
            rules.put(rule, made);
        }
        return made;
    }
}
