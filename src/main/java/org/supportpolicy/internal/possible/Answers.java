package org.supportpolicy.internal.possible;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.CertifiedSubmitter;
import org.supportpolicy.finding.ClockStart;
import org.supportpolicy.finding.ClosureGround;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpOwed;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.Lifecycle;
import org.supportpolicy.finding.NothingPromised;
import org.supportpolicy.finding.OpenGate;
import org.supportpolicy.finding.QueuePlace;
import org.supportpolicy.finding.QueuePrecedence;
import org.supportpolicy.finding.Refusal;
import org.supportpolicy.finding.ResponseOwed;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.finding.VersionStatus;
import org.supportpolicy.internal.engine.RuleEngine;

/** The answers of a decision that facts can leave open, and the rules of a policy that each of them rests on. Immutable. */
final class Answers {

    /**
     * An answer.
     *
     * @param section where it stands in a decision
     * @param finding the kind of finding that gives it
     * @param value what of such a finding is the answer; null for nothing
     * @param kind the number of that kind of finding; -1 when no rule concludes it
     * @param under the rules for it and for all that it rests on, but for what it takes as it is
     * @param whole these with the rules for what it takes as it is
     */
    record Answer(String section, Class<? extends Finding> finding, UnaryOperator<@Nullable Finding> value, int kind, BitSet under,
            BitSet whole) {

        /** Whether it is a promise, which goes by exclusions and suspensions. */
        boolean isPromise() {
            return section.startsWith("firstResponse.") || section.startsWith("followUp.");
        }
    }

    /** What is asked for where it stands, and taken as it is by all that rests on it. */
    private static final List<Class<? extends Finding>> KEPT = List.of(Exclusion.class, Suspension.class, NothingPromised.class);
    private static final List<Class<? extends Finding>> PROMISED_BY = List.of(SupportAnswer.class, UrgencyInForce.class);
    private static final List<Class<? extends Finding>> ALL = List.of(Entitlement.class, Urgency.class, Lifecycle.class,
            VersionStatus.class, QueuePlace.class, QueuePrecedence.class, ResponseOwed.class, FirstResponseStatus.class, ClockStart.class,
            FollowUpOwed.class, FollowUpStatus.class, SupportAnswer.class, Refusal.class, OpenGate.class, Exclusion.class, Suspension.class,
            ClosureGround.class, NothingPromised.class);

    private final RuleMap map;
    private final BitSet kept = new BitSet();
    private final boolean causesAlone;
    private final BitSet promised = new BitSet();
    /** Those of which a decision holds one at most, whatever the others are. */
    final List<Answer> alone;
    final Answer responseOwed;
    final Answer responseStatus;
    final Answer clockStart;
    final Answer followUpOwed;
    final Answer followUpStatus;
    final Answer support;
    final Answer refusal;
    final Answer gate;
    /** Those of which each finding is for itself. */
    final List<Answer> members;
    /** The rules for these and for all that they rest on. */
    final BitSet underMembers = new BitSet();
    /** The kinds that others take as they are. */
    final List<Answer> keptAnswers;
    /** The rules for these and for all that they rest on. */
    final BitSet underKept = new BitSet();

    Answers(RuleEngine engine, Collection<? extends Class<? extends Fact>> own) {
        Set<Class<?>> wanted = new HashSet<>(ALL);
        this.map = new RuleMap(engine, own, wanted);
        KEPT.stream().mapToInt(map::number).filter(kind -> kind >= 0).forEach(kept::set);
        this.causesAlone = map.areCausesAlone(kept);
        promised.or(kept);
        PROMISED_BY.stream().mapToInt(map::number).filter(kind -> kind >= 0).forEach(promised::set);
        this.alone = Stream.of(answer("entitlement", Entitlement.class), answer("urgency.level", Urgency.class),
                answer("lifecycle.state", Lifecycle.class), answer("version.status", VersionStatus.class),
                answer("queue.precedence", QueuePrecedence.class),
                answer("queue.certified", QueuePlace.class, Answers::certified)).filter(answer -> answer.kind >= 0).toList();
        this.responseOwed = answer("firstResponse.owed", ResponseOwed.class);
        this.responseStatus = answer("firstResponse.status", FirstResponseStatus.class);
        this.clockStart = answer("firstResponse.clockStartsAt", ClockStart.class);
        this.followUpOwed = answer("followUp.owed", FollowUpOwed.class);
        this.followUpStatus = answer("followUp.status", FollowUpStatus.class);
        this.support = answer("support.answer", SupportAnswer.class);
        this.refusal = answer("support.answer", Refusal.class);
        this.gate = answer("support.answer", OpenGate.class);
        this.members = Stream.of(answer("exclusions", Exclusion.class), answer("suspendedBy", Suspension.class),
                answer("closureGrounds", ClosureGround.class)).filter(answer -> answer.kind >= 0).toList();
        members.forEach(member -> underMembers.or(member.under));
        this.keptAnswers = KEPT.stream().map(kind -> answer("", kind)).filter(answer -> answer.kind >= 0).toList();
        keptAnswers.forEach(answer -> underKept.or(answer.under));
    }

    private static @Nullable Finding certified(@Nullable Finding place) {
        Boolean certified = place == null ? null : ((QueuePlace) place).certified();
        return certified == null ? null : new CertifiedSubmitter(certified);
    }

    private Answer answer(String section, Class<? extends Finding> finding) {
        return answer(section, finding, UnaryOperator.identity());
    }

    private Answer answer(String section, Class<? extends Finding> finding, UnaryOperator<@Nullable Finding> value) {
        int kind = map.number(finding);
        return new Answer(section, finding, value, kind, kind < 0 ? new BitSet() : map.under(kind, kept),
                kind < 0 ? new BitSet() : map.under(kind, new BitSet()));
    }

    /** Whether what a cause does, others do not change. */
    boolean areCausesAlone() {
        return causesAlone;
    }

    RuleMap map() {
        return map;
    }

    /** The numbers of the kinds of findings that others take as they are. */
    BitSet kept() {
        return kept;
    }

    /** These with what promises go by as it is, even while it is open. */
    BitSet keptForPromises() {
        return promised;
    }

    /**
     * The answers that a decision holds once and gives for good. How a response or a follow-up stands is no such answer: it goes by the
     * events that are recorded.
     */
    List<Answer> single() {
        return Stream.concat(alone.stream(), Stream.of(responseOwed, clockStart, followUpOwed, support))
                .filter(answer -> answer.kind >= 0).toList();
    }
}
