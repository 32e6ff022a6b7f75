package org.supportpolicy.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.BadFactException.Violation;

/**
 * What a desk gives once for all of its tickets: its hours and targets, the catalogues of its products, and whatever else is the same for
 * each, such as the channel. {@link FactSet#over(DeskTemplate)} lays the facts of a ticket over it. Immutable and thread-safe.
 *
 * <p>A component that the ticket gives wins as a whole: a ticket's list of holidays replaces the desk's and is not added to it. A component
 * that is absent is the desk's, also where absence is an answer of its own ({@link AbsentMeansNone}).
 *
 * <p>A desk may give any number of products, told apart by name. The ticket's is laid over the one of its name; where it gives none, over
 * the desk's only product. A product without a name stands for every product of which the desk gives nothing else. Of a product that the
 * desk does not give, only the ticket speaks.
 */
public final class DeskTemplate {

    private static final String NAME = "desk template";

    /** All but the products, by kind. */
    private final Map<Class<?>, Fact> facts = new LinkedHashMap<>();
    private final List<Product> products = new ArrayList<>();

    private DeskTemplate(Fact... given) {
        Check check = Check.of(NAME);
        Set<@Nullable String> names = new HashSet<>();
        for (Fact fact : given) {
            Objects.requireNonNull(fact, "The fact must be given.");
            if (fact instanceof Product product) {
                check.holds("products", product.name(), names.add(product.name()), Requirement.ONCE);
                products.add(product);
            } else {
                check.holds("facts", fact, !(fact instanceof AsOf || fact instanceof Cause), Requirement.WITH_EACH_TICKET);
                if (fact instanceof Ticket ticket) {
                    check.holds("ticket.number", ticket.number(), ticket.number() == null, Requirement.WITH_EACH_TICKET)
                            .holds("ticket.createdAt", ticket.createdAt(), ticket.createdAt() == null, Requirement.WITH_EACH_TICKET);
                }
                check.holds("facts", fact, facts.putIfAbsent(fact.getClass(), fact) == null || fact instanceof Cause,
                        Requirement.ONE_OF_A_KIND, fact.getClass().getSimpleName());
            }
        }
        check.done();
    }

    /**
     * Makes a template.
     *
     * @param facts the facts of the desk, at most one of a kind, but any number of products
     * @throws BadFactException if a kind stands there twice, two products have one name, or it holds an {@link AsOf} or a {@link Cause},
     *     or a {@link Ticket} with its number or when it was created, which are given with each ticket
     * @throws NullPointerException if one of them is null
     */
    public static DeskTemplate of(Fact... facts) {
        return new DeskTemplate(Objects.requireNonNull(facts, "The facts must be given."));
    }

    boolean isEmpty() {
        return facts.isEmpty() && products.isEmpty();
    }

    /** The facts of a ticket over these: those of the ticket in their order, then those that it does not give. */
    List<Fact> under(List<Fact> ticket) {
        List<Fact> all = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Set<Class<?>> given = new HashSet<>();
        for (Fact fact : ticket) {
            given.add(fact.getClass());
            Fact mine = fact instanceof Product product ? product(product.name()) : facts.get(fact.getClass());
            try {
                all.add(mine == null ? fact : filled(fact, mine));
            } catch (BadFactException e) {
                violations.addAll(e.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new BadFactException(violations);
        }
        facts.values().stream().filter(fact -> !given.contains(fact.getClass())).forEach(all::add);
        Product only = given.contains(Product.class) ? null : product(null);
        if (only != null) {
            all.add(only);
        }
        return all;
    }

    /** The product that a name means, or that is meant without one. */
    private @Nullable Product product(@Nullable String name) {
        if (name == null && products.size() == 1) {
            return products.get(0);
        }
        Product any = null;
        for (Product product : products) {
            if (product.name() == null) {
                any = product;
            } else if (product.name().equals(name)) {
                return product;
            }
        }
        return any;
    }

    /** A fact whose absent components are those of another. */
    private static Fact filled(Fact fact, Fact other) {
        @Nullable Object[] values = Records.values(fact);
        @Nullable Object[] others = Records.values(other);
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && others[i] != null) {
                values[i] = others[i];
                changed = true;
            }
        }
        return changed ? Records.like(fact, values) : fact;
    }

    /** Whether the other object is a template with the same facts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DeskTemplate that && facts.equals(that.facts)
                && new HashSet<>(products).equals(new HashSet<>(that.products));
    }

    @Override
    public int hashCode() {
        return facts.hashCode() + new HashSet<>(products).hashCode();
    }

    @Override
    public String toString() {
        return "DeskTemplate[facts=" + facts.values() + ", products=" + products + "]";
    }
}
