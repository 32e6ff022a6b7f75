package org.supportpolicy.cli;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.json.DecisionWriter;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How much of a decision is written as JSON. */
final class DecisionOptions {

    /** Which part of a decision is written. */
    enum Profile { FULL, ANSWERS }

    /** For whom reasons are written. */
    enum Reasons { WORDS, STRUCTURED }

    @Option(names = "--profile", paramLabel = "full|answers",
            description = "With --json: the whole decision, or the answers without reasons and notes. The whole when left out.")
    private @Nullable Profile profile;

    @Option(names = "--section", paramLabel = "SECTION", description = "With --json: one section alone, such as support.")
    private @Nullable String section;

    @Option(names = "--reasons", paramLabel = "words|structured", description = "With --json: reasons in words, or also for programs: "
            + "the findings with their components, the ids of rules, and what each reason rests on.")
    private @Nullable Reasons reasons;

    /** Refuses what cannot go together. */
    void check(CommandLine command, boolean json, boolean withFacts) {
        String given = profile != null ? "--profile" : section != null ? "--section" : reasons != null ? "--reasons" : null;
        if (given != null && !json) {
            throw new RefusedArguments(command, UsageWords.BESIDE.of(given, "--json"));
        } else if (section != null && (profile != null || withFacts)) {
            throw new RefusedArguments(command, UsageWords.NOT_BESIDE.of("--section", profile != null ? "--profile" : "--with-facts"));
        } else if (section != null && !DecisionWriter.sections().contains(section)) {
            throw new RefusedArguments(command,
                    UsageWords.SECTION.of(Screen.onOneLine(section), String.join(", ", DecisionWriter.sections())));
        }
    }

    /** A writer that writes so much. */
    DecisionWriter of(DecisionWriter writer) {
        DecisionWriter structured = reasons == Reasons.STRUCTURED ? writer.withStructuredReasons() : writer;
        return section != null ? structured.section(section) : profile == Profile.ANSWERS ? structured.answersOnly() : structured;
    }
}
