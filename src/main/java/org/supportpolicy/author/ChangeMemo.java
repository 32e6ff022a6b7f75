package org.supportpolicy.author;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.verify.Scenario;

/**
 * The memo of a policy change, for the people who approve it: by clause the text and the reading before and after, who gains and who loses
 * with an example, how many tickets change, and what of it is proved. Not thread-safe.
 */
public final class ChangeMemo {

    private final SupportPolicy before;
    private final SupportPolicy after;
    private final Locale locale;
    private final ReportWords words;
    private final PolicyDiff diff;
    private final Gains combinations;
    private final Gains tickets;
    private int given;
    private int scenarios;
    private PolicyDiff.@Nullable Report report;

    private ChangeMemo(SupportPolicy before, SupportPolicy after, Locale locale) {
        this.before = before;
        this.after = after;
        this.locale = locale;
        this.words = ReportWords.of(locale);
        this.diff = PolicyDiff.between(before, after);
        Effects effects = new Effects(words);
        this.combinations = new Gains(effects, diff.changedRules(), true);
        this.tickets = new Gains(effects, diff.changedRules(), false);
    }

    /**
     * Begins a memo; nothing is decided yet.
     *
     * @param before the policy in force
     * @param after the policy to be approved
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public static ChangeMemo between(SupportPolicy before, SupportPolicy after, Locale locale) {
        Objects.requireNonNull(before, "The policy before must be given.");
        Objects.requireNonNull(after, "The policy after must be given.");
        return new ChangeMemo(before, after, Objects.requireNonNull(locale, "The locale must be given."));
    }

    /**
     * Decides all combinations of facts, and scenarios, by both policies.
     *
     * @return what {@link PolicyDiff#report} gives
     */
    public PolicyDiff.Report report(List<Scenario> more) {
        return report(more, ProgressListener.NOBODY);
    }

    /**
     * The same with somebody who is told how many fact sets were decided.
     *
     * @throws CancellationException if the thread is interrupted, which it stays; the memo is of no use then
     */
    public PolicyDiff.Report report(List<Scenario> more, ProgressListener progress) {
        Objects.requireNonNull(more, "The scenarios must be given.");
        more.forEach(scenario -> Objects.requireNonNull(scenario, "The scenario must be given."));
        Objects.requireNonNull(progress, "The progress must be given.");
        scenarios = more.size();
        report = diff.report(more, combinations::add, progress);
        return report;
    }

    /**
     * Decides a ticket by both policies, and counts it among those given.
     *
     * @throws PolicyException if neither policy can decide it; it does not count then
     */
    public void add(FactSet ticket) {
        Comparison both = diff.compare(Objects.requireNonNull(ticket, "The ticket must be given."));
        if (both.isUndecided()) {
            throw Objects.requireNonNull(both.now().failure());
        }
        given++;
        tickets.add(ticket, both);
    }

    /** The memo in Markdown; all combinations are decided for it unless they were. */
    public String markdown() {
        Markdown sheet = new Markdown();
        write(sheet);
        return sheet.toString();
    }

    /** The memo as one HTML page that needs nothing beside it, with old and new texts side by side and room for signatures. */
    public String html() {
        MemoHtml sheet = new MemoHtml(locale);
        write(sheet);
        sheet.signatures(words.label("memo.sign.who"), words.label("memo.sign.when"), words.label("memo.sign.signed"));
        return sheet.toString();
    }

    private void write(MemoSheet sheet) {
        PolicyDiff.Report found = report == null ? report(List.of()) : report;
        new MemoPage(before, after, diff, words, locale, sheet).write(found, combinations, tickets, given, scenarios);
    }
}
