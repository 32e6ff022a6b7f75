package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.Lifecycle;
import org.supportpolicy.finding.Modality;
import org.supportpolicy.finding.Party;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.Refusal;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.VersionStatus;
import org.supportpolicy.internal.words.Speech;

/**
 * Writes a decision as three to seven sentences to the customer: the answer, one or two reasons, what the customer has to do, the date
 * that matters, and the right to reopen where there is one. Nothing that is the desk's own business. Not thread-safe.
 */
final class Letter {

    private static final int FEWEST = 3;
    private static final int MOST = 7;
    private static final int REASONS = 2;
    private static final int REQUESTS = 2;

    private final Decision decision;
    private final Locale locale;
    private final Speech speech;
    private final List<String> sentences = new ArrayList<>();

    Letter(Decision decision, Locale locale) {
        this.decision = decision;
        this.locale = locale;
        this.speech = Speech.of(locale);
    }

    String text() {
        add(opening());
        reasons().forEach(this::add);
        if (sentences.size() == 1) {
            add(speech.label("letter.policy"));
        }
        requests().limit(REQUESTS).forEach(this::add);
        closing().ifPresent(this::add);
        response().ifPresent(this::add);
        referral().ifPresent(this::add);
        version().ifPresent(this::add);
        regime().ifPresent(this::add);
        if (sentences.size() < FEWEST) {
            add(speech.label("letter.questions"));
        }
        return Limits.escaped(String.join(" ", sentences));
    }

    private void add(String sentence) {
        if (sentences.size() < MOST && !sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    private String opening() {
        String number = decision.ticket().filter(given -> !given.isBlank()).map(given -> " " + speech.text(given.strip())).orElse("");
        return speech.label("letter." + standing(), number);
    }

    /** How the ticket stands: reopened, resolved, closed, or whether support is owed for it. */
    private String standing() {
        return does(Action.supportWill(ActionKind.REOPEN)) ? "reopened" : isIn(TicketState.RESOLVED) ? "resolved"
                : isIn(TicketState.CLOSED) ? "closed" : decision.support().map(SupportAnswer::name).orElseThrow();
    }

    private boolean isOver() {
        return isIn(TicketState.RESOLVED) || isIn(TicketState.CLOSED);
    }

    private boolean isIn(TicketState state) {
        return decision.lifecycle().map(Decision.TicketLifecycle::state).filter(state::equals).isPresent();
    }

    private boolean does(Action action) {
        return decision.actions().contains(action);
    }

    // ---- why

    private Stream<String> reasons() {
        Class<? extends Finding> why = does(Action.supportWill(ActionKind.REOPEN)) || isOver() ? Lifecycle.class
                : switch (decision.support().orElseThrow()) {
                    case NOT_OWED -> Refusal.class;
                    case SUSPENDED -> Suspension.class;
                    case DISCRETIONARY -> VersionStatus.class;
                    default -> Urgency.class;
                };
        return reasonsOf(why).flatMap(reason -> isExclusion(reason) ? reasonsOf(Exclusion.class) : Stream.of(reason))
                .map(this::reason).distinct().limit(why == Urgency.class || why == Lifecycle.class ? 1 : REASONS);
    }

    private Stream<Reason> reasonsOf(Class<? extends Finding> kind) {
        return decision.reasons().stream().filter(reason -> kind.isInstance(reason.concludes()));
    }

    private static boolean isExclusion(Reason reason) {
        return reason.because().stream().anyMatch(Exclusion.class::isInstance);
    }

    private String reason(Reason reason) {
        String section = decision.section(reason.clause()).map(found -> found.title(locale)).orElse(reason.clause());
        return reason.concludes() instanceof Exclusion exclusion
                ? speech.label("letter.excluded", reason.rule().sentence(locale), section, speech.constant(exclusion))
                : speech.label("letter.reason", reason.rule().sentence(locale), section);
    }

    // ---- what the customer does

    /** What is asked of the customer; nothing where it would not bring support any nearer. */
    private Stream<String> requests() {
        if (!isOver() && decision.support().filter(SupportAnswer.NOT_OWED::equals).isPresent()) {
            return Stream.empty();
        }
        Stream<String> duties = decision.actions().stream()
                .filter(action -> action.party() == Party.CUSTOMER && action.modality() == Modality.MUST)
                .map(action -> action.action().isKnown() ? speech.label("letter." + action.action(), missing())
                        : speech.label("letter.added", speech.constant(action.action())));
        Stream<String> questions = isOver() ? Stream.empty() : decision.questions(locale).stream()
                .filter(question -> question.answerer() == Question.Answerer.CUSTOMER)
                .map(question -> speech.label("letter.ask", question.ask()));
        return Stream.concat(duties, questions);
    }

    private String missing() {
        return decision.intake().map(intake -> speech.and(intake.missing().stream().map(speech::constant).toList())).orElse("");
    }

    private Optional<String> referral() {
        List<String> places = decision.referrals().stream().filter(place -> place != Referral.ONLINE_HELPDESK).map(speech::constant)
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(speech.label("letter.referral", speech.or(places)));
    }

    // ---- the dates

    /** What becomes of a ticket that is, or can be, resolved. */
    private Optional<String> closing() {
        for (ActionKind action : List.of(ActionKind.REFUSE_REOPENING, ActionKind.REVIEW_UPDATE, ActionKind.MARK_RESOLVED)) {
            if (does(Action.supportWill(action))) {
                return Optional.of(speech.label("letter." + action));
            }
        }
        if (does(Action.supportMay(ActionKind.MARK_RESOLVED))) {
            return Optional.of(speech.label("letter.mayBeResolved",
                    speech.and(decision.closureGrounds().stream().map(speech::constant).toList())));
        }
        return does(Action.customerMay(ActionKind.REOPEN))
                ? decision.lifecycle().flatMap(Decision.TicketLifecycle::reopenableUntil)
                        .map(end -> speech.label("letter.REOPEN", until(end)))
                : Optional.empty();
    }

    /** The last day of a window that ends with it, else the instant before which it ends. */
    private String until(Instant end) {
        ZonedDateTime local = end.atZone(decision.zone());
        return local.toLocalTime().equals(LocalTime.MIDNIGHT) ? speech.label("letter.through", speech.day(local.toLocalDate().minusDays(1)))
                : speech.label("letter.before", minute(end));
    }

    private Optional<String> response() {
        Optional<Decision.FirstResponse> first = decision.firstResponse();
        Optional<FirstResponseStatus> status = first.flatMap(Decision.FirstResponse::status);
        if (!isOver() && status.filter(FirstResponseStatus.PENDING::equals).isPresent()) {
            return first.flatMap(Decision.FirstResponse::dueAt).map(due -> dated("letter.responseDue", due));
        }
        if (!isOver() && status.filter(FirstResponseStatus.BREACHED::equals).isPresent()) {
            return first.flatMap(Decision.FirstResponse::dueAt).map(due -> dated("letter.responseLate", due));
        }
        return decision.followUp().filter(next -> next.status().filter(FollowUpStatus.PENDING::equals).isPresent())
                .flatMap(Decision.FollowUps::dueAt).map(due -> dated("letter.followUpDue", due));
    }

    private String dated(String key, Instant instant) {
        return speech.label(key, minute(instant));
    }

    /** The minute in which an instant lies: what is promised by then is in time, and so is who acts before it. */
    private String minute(Instant instant) {
        return speech.instant(instant.atZone(decision.zone()).truncatedTo(ChronoUnit.MINUTES).toInstant(), decision.zone());
    }

    private Optional<String> version() {
        if (isOver()) {
            return Optional.empty();
        }
        Optional<Decision.VersionSupport> version = decision.version();
        Optional<LocalDate> withdrawn = version.flatMap(Decision.VersionSupport::withdrawnFrom);
        boolean gone = version.map(Decision.VersionSupport::status).filter(VersionStatus.WITHDRAWN::equals).isPresent();
        return withdrawn.isPresent() ? withdrawn
                .map(from -> speech.label(gone ? "letter.WITHDRAWN" : "letter.withdrawnFrom", speech.day(from)))
                : version.flatMap(found -> found.guaranteedThrough()
                        .map(through -> speech.label("letter." + found.status(), speech.day(through))));
    }

    private Optional<String> regime() {
        boolean promised = !isOver() && decision.support().filter(SupportAnswer.OWED::equals).isPresent();
        return decision.firstResponse().filter(response -> promised).map(response -> speech.label(
                response.coverage() == Coverage.ALWAYS ? "letter.atAnyHour" : "letter.inSupportHours",
                decision.urgencyInForce().orElseThrow()));
    }
}
