package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.supportpolicy.internal.source.DirectoryStamp;

/**
 * Waits for somebody to write a file of a working copy, by looking at the directory many times a second. Nothing is opened. Not
 * thread-safe.
 */
public final class CopyChanges {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(30);
    private static final int MOST_LOOKS = 30;

    private final Path directory;
    private Look last;

    /** How the files look. */
    private record Look(DirectoryStamp policy, DirectoryStamp scenarios, DirectoryStamp page) {}

    /** Begins with how the working copy looks now: whoever reads it next misses nothing that is written from now on. */
    public CopyChanges(Path directory) {
        this.directory = Objects.requireNonNull(directory, "The directory must be given.");
        this.last = look();
    }

    private Look look() {
        return new Look(DirectoryStamp.of(directory), DirectoryStamp.tree(directory.resolve(WorkingCopy.SCENARIOS)),
                DirectoryStamp.tree(directory.resolve(WorkingCopy.PAGE)));
    }

    /**
     * Returns when something was written since the last call, or since the beginning, and is at rest, or has been written on and on for
     * a second.
     *
     * @param goOn whether to go on waiting, asked at each look
     * @return whether something was written; false when there was no more waiting
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean await(BooleanSupplier goOn) throws InterruptedException {
        Objects.requireNonNull(goOn, "The goOn must be given.");
        Look before = last;
        for (int looks = 0; goOn.getAsBoolean(); looks++) {
            Look now = look();
            boolean rests = now.equals(last);
            last = now;
            if (now.equals(before)) {
                looks = 0;
            } else if (rests || looks > MOST_LOOKS) {
                return true;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK);
        }
        return false;
    }
}
