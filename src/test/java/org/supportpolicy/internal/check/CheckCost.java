package org.supportpolicy.internal.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.supportpolicy.author.PolicyCheck;
import org.supportpolicy.bench.PlainDrools;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/** What a check costs against one bare Drools compile of the same files. Run it by hand; it prints the ratio of the medians. */
public final class CheckCost {

    private static final int ROUNDS = 7;

    private CheckCost() {}

    public static void main(String[] args) {
        Path rules = Path.of("src/main/resources/rules");
        List<RuleFile> files = PolicyFiles.standard().rules();
        List<Long> compiles = new ArrayList<>();
        List<Long> checks = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            compiles.add(time(() -> PlainDrools.compile(files)));
            checks.add(time(() -> PolicyCheck.check(rules)));
        }
        long compile = median(compiles);
        long check = median(checks);
        System.out.printf(Locale.ROOT, "first: compile %d ms, check after it %d ms; medians of %d: compile %d ms, check %d ms, ratio %.2f%n",
                compiles.get(0), checks.get(0), ROUNDS, compile, check, (double) check / compile);
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
