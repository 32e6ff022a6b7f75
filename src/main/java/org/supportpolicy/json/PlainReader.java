package org.supportpolicy.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.internal.record.Lazy;
import org.supportpolicy.internal.record.Shape;

/**
 * Reads fact sets that nothing is wrong with, from the text straight into the records. On the least doubt it gives up: {@link JsonTree} and
 * {@link FactSetBinder} read the text closely then, and say what is wrong with it, if anything is. Thread-safe.
 */
final class PlainReader {

    /** A longer text might have more keys and values than a document may. */
    private static final int LONGEST = Limits.JSON_VALUES;
    private static final int AS_OF = 0;
    private static final int CAUSES = 1;
    private static final int FACTS = 2;

    private static final Terms TYPE = Terms.of(List.of(FactSetBinder.TYPE));
    private static final Terms CAUSE_TYPES = Terms.of(FactSetBinder.causes().keySet());

    /** How each fact is read, by the number of its key; planned when it first comes. */
    private final List<Lazy<PlainRecords.Read>> facts;
    private final List<Lazy<PlainRecords.OfRecord>> causes;
    private final Terms keys;
    private final OwnFacts own;

    /** @param own what the policy declares */
    PlainReader(OwnFacts own) {
        this.own = own;
        PlainRecords plans = new PlainRecords(own);
        Map<String, Shape> shapes = FactSetBinder.facts(own);
        List<String> names = new ArrayList<>(List.of(FactSetBinder.AS_OF, FactSetBinder.CAUSES));
        names.addAll(shapes.keySet());
        this.keys = Terms.of(names);
        this.facts = shapes.values().stream().map(shape -> new Lazy<>(() -> planned(plans.of(shape)))).toList();
        this.causes = FactSetBinder.causes().values().stream().map(shape -> new Lazy<>(() -> plans.of(shape))).toList();
    }

    private static PlainRecords.Read planned(PlainRecords.OfRecord plan) {
        return plan.shape().record() == Desk.class ? new Alike(plan) : plan;
    }

    /** Whether it reads by what a policy declares. */
    boolean knows(OwnFacts declared) {
        return own == declared;
    }

    /** Reads a fact set over what a desk gives; null when it has to be read closely. */
    @Nullable FactSet read(String text, DeskTemplate desk) {
        try {
            return text.length() > LONGEST ? null : factSet(new PlainText(text)).over(desk);
        } catch (PlainText.Doubt | BadFactException | DateTimeException | ArithmeticException e) {
            return null; // who reads closely meets it again
        }
    }

    private FactSet factSet(PlainText text) {
        Instant asOf = null;
        List<Fact> found = new ArrayList<>();
        long seen = 0;
        for (boolean more = text.opens('{', '}'); more; more = text.goesOn('}')) {
            int key = text.key(keys);
            seen = PlainRecords.once(seen, key);
            if (key == AS_OF) {
                asOf = text.instant();
            } else if (text.isNothing()) {
                continue;
            } else if (key == CAUSES) {
                causes(text, found);
            } else {
                found.add((Fact) facts.get(key - FACTS).get().value(text));
            }
        }
        text.ends();
        if (asOf == null) {
            throw PlainText.doubt();
        }
        return FactSet.builder(asOf).with(found.toArray(Fact[]::new)).build();
    }

    /** Reads causes that begin with their types. */
    private void causes(PlainText text, Collection<Fact> found) {
        for (boolean more = text.opens('[', ']'); more; more = text.goesOn(']')) {
            if (!text.opens('{', '}')) {
                throw PlainText.doubt();
            }
            text.key(TYPE);
            int type = text.word(CAUSE_TYPES);
            found.add((Fact) causes.get(type).get().members(text, text.goesOn('}')));
        }
    }

    /** How a fact is read that is written alike on line after line, as that of a desk is: once, until it is another. */
    private static final class Alike implements PlainRecords.Read {

        private record Last(String text, Object fact) {}

        private final PlainRecords.Read plan;
        /** Threads may each see another; every one is whole. */
        private @Nullable Last last;

        Alike(PlainRecords.Read plan) {
            this.plan = plan;
        }

        @Override
        public Object value(PlainText text) {
            Last before = last;
            if (before != null && text.passes(before.text)) { // the whole object, with its closing brace
                return before.fact;
            }
            int begin = text.at();
            Object fact = plan.value(text);
            last = new Last(text.since(begin), fact);
            return fact;
        }
    }
}
