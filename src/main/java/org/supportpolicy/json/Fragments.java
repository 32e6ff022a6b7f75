package org.supportpolicy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.supportpolicy.Rule;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/** What stands in decision after decision, as JSON. It is made once and kept, as far as there is room. Thread-safe. */
final class Fragments {

    private static final int MOST = 4096;

    private static final ClassValue<Boolean> TIMELESS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> finding) {
            return finding.isRecord() && Shape.of(finding).types().stream().allMatch(Fragments::isTimeless);
        }
    };

    private final Voice voice;
    private final Map<Object, byte[]> kept = new ConcurrentHashMap<>();
    private final Map<Rule, OfRule> rules = new ConcurrentHashMap<>();

    Fragments(Voice voice) {
        this.voice = voice;
    }

    /** Whether a finding is said alike on every day and in every zone, so that it comes again. */
    static boolean comesAgain(Object matched) {
        return Constants.is(matched) || matched instanceof Finding && TIMELESS.get(matched.getClass());
    }

    private static boolean isTimeless(Type component) {
        return component instanceof ParameterizedType many ? many.getActualTypeArguments()[0] == String.class
                : component == String.class || component == Integer.class || component == int.class || component == Boolean.class
                        || component == boolean.class || Constants.isKind((Class<?>) component);
    }

    /** The words of a finding that comes again. */
    byte[] finding(Finding finding, ZoneId zone) {
        byte[] json = kept.get(finding);
        return json == null ? keep(finding, JsonText.quoted(voice.finding(finding, zone))) : json;
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

    private byte[] keep(Object key, byte[] json) {
        if (kept.size() < MOST) {
            kept.put(key, json);
        }
        return json;
    }
}
