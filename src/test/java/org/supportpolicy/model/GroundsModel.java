package org.supportpolicy.model;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Ground;

/** The grounds for marking a ticket resolved, in the reference model. */
final class GroundsModel {

    final Set<Ground> grounds = new TreeSet<>();

    private final Given given;

    GroundsModel(Given given, boolean outOfScope, Integer level) {
        this.given = given;
        add(Ground.NO_CUSTOMER_REPLY, noReplyAt(given.now));
        add(Ground.NO_LONGER_NEEDED, given.determined(Determination.NO_LONGER_NEEDED));
        add(Ground.FIXED_BY_CURRENT_RELEASE, given.determined(Determination.FIXED_BY_CURRENT_RELEASE));
        add(Ground.WORKS_AS_DESIGNED, given.determined(Determination.WORKS_AS_DESIGNED, Determination.CONFORMS_TO_DOCUMENTATION));
        add(Ground.ENHANCEMENT, given.determined(Determination.ENHANCEMENT_OR_SUGGESTION));
        add(Ground.OUT_OF_SCOPE, outOfScope);
        add(Ground.NO_MATERIAL_IMPACT, given.determined(Determination.NO_MATERIAL_IMPACT, Determination.NOT_FIXED_NOW)
                && Integer.valueOf(4).equals(level));
        add(Ground.SOLVED, given.determined(Determination.INVESTIGATED, Determination.SOLUTION_FOUND,
                Determination.SOLUTION_COMMUNICATED));
        add(Ground.STEPS_NOT_IMPLEMENTED, given.stepsNotImplemented());
    }

    private void add(Ground ground, boolean holds) {
        if (holds) {
            grounds.add(ground);
        }
    }

    /** Whether a ground holds for a ticket that was marked resolved at an instant. */
    boolean heldAt(Ground ground, Instant marked) {
        return ground == Ground.NO_CUSTOMER_REPLY ? noReplyAt(marked) : ground != null && grounds.contains(ground);
    }

    /** Whether, at an instant, repeated attempts had stayed without an answer for seven days; an update or a reopening is an answer. */
    private boolean noReplyAt(Instant at) {
        Instant first = given.happened(given.conversation.firstUnansweredAttemptAt());
        Integer attempts = given.conversation.unansweredAttempts();
        if (first == null || attempts == null || attempts < 2) {
            return false;
        }
        boolean answered = Stream.of(given.conversation.lastCustomerAnswerAt(), given.resolution.lastCustomerUpdateAt(),
                        given.resolution.reopenRequestedAt())
                .anyMatch(answer -> answer != null && !answer.isBefore(first) && !answer.isAfter(at));
        Instant end = given.earlier.answerableUntil() != null ? given.earlier.answerableUntil() : given.endOfDaysAfter(first, 7);
        return !answered && !at.isBefore(end);
    }
}
