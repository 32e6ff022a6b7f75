package org.supportpolicy.author;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.check.Type;

/** A parenthesis that is open in a rule, and what it belongs to. Not thread-safe. */
final class Parenthesis {

    private final @Nullable Class<?> type;
    private final @Nullable Member member;
    private final @Nullable Type result;
    private int argument;

    private Parenthesis(@Nullable Class<?> type, @Nullable Member member, @Nullable Type result) {
        this.type = type;
        this.member = member;
        this.result = result;
    }

    /** One that holds together what stands in it. */
    static Parenthesis group() {
        return new Parenthesis(null, null, null);
    }

    /** One of a fact or finding that is looked at. */
    static Parenthesis pattern(Class<?> type) {
        return new Parenthesis(type, null, null);
    }

    /** One of what is called, and what comes of it. */
    static Parenthesis call(Member member, Type result) {
        return new Parenthesis(null, member, result);
    }

    /** One in which a value of a class is named, to which the policy may add. */
    static Parenthesis value(Class<?> type) {
        return new Parenthesis(type, null, Type.of(type));
    }

    boolean isPattern() {
        return type != null && result == null;
    }

    boolean isCall() {
        return member != null;
    }

    /** What is looked at; null for another. */
    @Nullable Class<?> type() {
        return type;
    }

    /** The class whose value is named; null for another. */
    @Nullable Class<?> named() {
        return result == null ? null : type;
    }

    /** What comes of it; null where nothing does. */
    @Nullable Type result() {
        return result;
    }

    /** Goes to the next argument. */
    void next() {
        argument++;
    }

    /** What a call takes at its argument; empty when it takes nothing. */
    Optional<Type> wanted() {
        return member == null || member.parameters().isEmpty() ? Optional.empty() : Optional.of(member.parameter(argument));
    }
}
