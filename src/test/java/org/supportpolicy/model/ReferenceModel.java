package org.supportpolicy.model;

import java.util.Set;
import java.util.function.Function;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.SupportAnswer;

/**
 * The policy a second time, in plain Java, written from its meaning and not from the rules. It shares nothing with them but the
 * records, and exists to disagree.
 */
public final class ReferenceModel {

    private ReferenceModel() {}

    static Answers decide(FactSet facts) {
        return decide(facts, OpenSeconds::new);
    }

    /**
     * Decides with other hours than those of the model's own, which ask of every second.
     *
     * @param clock makes the hours of a desk whose hours are known
     */
    public static Answers decide(FactSet facts, Function<Desk, DeskClock> clock) {
        Given given = new Given(facts, clock);
        RequestModel request = new RequestModel(given);
        VersionModel version = new VersionModel(given);
        SupportModel support = new SupportModel(given, request, version);
        UrgencyModel urgency = new UrgencyModel(given, request.outOfScope);
        GroundsModel grounds = new GroundsModel(given, request.outOfScope, urgency.level);
        LifecycleModel lifecycle = new LifecycleModel(given);
        FirstResponseModel response = new FirstResponseModel(given, request, support, urgency, lifecycle);
        FollowUpModel followUp = new FollowUpModel(given, support, urgency, lifecycle, response);
        ActionsModel actions = new ActionsModel(given, request, support, urgency, grounds, lifecycle, response);
        IrregularitiesModel irregularities = new IrregularitiesModel(given, urgency, grounds, lifecycle);

        Answers answers = new Answers();
        answers.put("support.answer", support.answer)
                .put("gates", support.answer == SupportAnswer.UNDETERMINED ? support.openGates : Set.of())
                .put("entitlement", request.entitlement)
                .put("referrals", actions.referrals)
                .put("intake.missing", request.missing)
                .put("urgency.level", urgency.level)
                .put("urgency.possible", urgency.possible)
                .put("urgency.inForce", urgency.inForce)
                .put("queue.urgency", urgency.inForce)
                .put("queue.certified", request.certified)
                .put("version.status", version.status)
                .put("version.guaranteedThrough", version.guaranteedThrough)
                .put("version.withdrawnFrom", version.withdrawnFrom)
                .put("exclusions", support.exclusions)
                .put("suspendedBy", support.suspendedBy)
                .put("closureGrounds", grounds.grounds)
                .put("lifecycle.state", lifecycle.state)
                .put("lifecycle.reopenableUntil", lifecycle.reopenableUntil())
                .put("lifecycle.closesAt", lifecycle.closesAt())
                .put("actions", actions.actions)
                .put("irregularities", irregularities.irregularities);
        response.answer(answers);
        followUp.answer(answers);
        return answers;
    }

    /** The clauses that could still refuse support for want of a fact, whether or not another one refuses it already. */
    static Set<String> openGates(FactSet facts) {
        Given given = new Given(facts, OpenSeconds::new);
        return new SupportModel(given, new RequestModel(given), new VersionModel(given)).openGates;
    }
}
