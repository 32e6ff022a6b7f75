package org.supportpolicy.desk;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.Due;
import org.supportpolicy.Labels;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.finding.Finding;

/** What the pages say, in English or Dutch, and how they say instants. Immutable and thread-safe. */
final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle texts;
    private final DateTimeFormatter instants;

    private Words(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.texts = ResourceBundle.getBundle("desk", locale, NO_FALLBACK);
        this.instants = DateTimeFormatter.ofPattern(texts.getString("instant"), locale).withZone(zone);
    }

    /**
     * The words of a language.
     *
     * @param language Dutch when it begins with {@code nl}, English for any other
     * @param zone the zone of the desk
     */
    static Words of(String language, ZoneId zone) {
        return new Words(language.startsWith("nl") ? Locale.forLanguageTag("nl") : Locale.ENGLISH, zone);
    }

    Locale locale() {
        return locale;
    }

    String language() {
        return locale.getLanguage();
    }

    /** A text, with values where it has room for them. */
    String say(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** A value to which a policy may add, in words; one that it adds as it says. */
    String of(OpenValue<?> value) {
        return value.isKnown() ? say(value.getClass().getSimpleName() + "." + value.name()) : Labels.of(value, locale);
    }

    /** A constant in words. */
    String of(Enum<?> constant) {
        return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** An instant at the desk, such as Tue 10 Mar 2026, 16:30. */
    String at(Instant instant) {
        return instants.format(instant);
    }

    /** A day at the desk, short. */
    String day(ZonedDateTime day) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(day);
    }

    String due(Due.Kind kind) {
        return new Due(Instant.EPOCH, kind, "").what(locale);
    }

    /** Sections of a decision, as they are called. Which readings it rests on is only said where nothing else is to be said. */
    String sections(List<String> sections) {
        return sections.stream().filter(section -> sections.size() == 1 || !section.equals("readings"))
                .map(section -> say("section." + section)).collect(Collectors.joining(", "));
    }

    /** What is kept of an event. */
    String detail(Event event) {
        Stream<String> parts = Stream.of(event.detail().split(" ")).filter(part -> !part.isEmpty());
        return switch (event.kind()) {
            case Event.CHANGED -> sections(parts.toList());
            case "RESOLVE" -> parts.map(ground -> of(Ground.of(ground))).collect(Collectors.joining());
            case "FIND" -> parts.map(found -> of(Determination.valueOf(found))).collect(Collectors.joining("\n"));
            default -> event.detail();
        };
    }

    /** How long until an instant, or since, in days from two of them on, else in hours from two of them on, else in minutes. */
    String from(Instant now, Instant then) {
        String way = then.isBefore(now) ? "since." : "until.";
        long minutes = Duration.between(now, then).abs().toMinutes();
        long hours = Math.round(minutes / 60.0);
        return hours >= 48 ? say(way + "days", Math.round(hours / 24.0))
                : hours >= 2 ? say(way + "hours", hours) : say(way + "minutes", minutes);
    }

    /** Why the decision has a finding: the sentence of the rule that concludes it. */
    String why(Decision decision, Finding finding) {
        return decision.reasons().stream().filter(reason -> reason.concludes().equals(finding)).findFirst().map(this::sentence).orElse("");
    }

    String sentence(Reason reason) {
        return reason.rule().sentence(locale);
    }

    ZoneId zone() {
        return zone;
    }
}
