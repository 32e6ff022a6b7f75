package org.supportpolicy.workbench.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * Two edits of one text, line by line.
 *
 * @param text what both make together; of no use when there are conflicts
 * @param conflicts how many places both edited
 */
record Merge(String text, int conflicts) {

    /**
     * Merges.
     *
     * @param base the text that both began with
     */
    static Merge of(String base, String theirs, String yours) {
        MergeResult<RawText> merged = new MergeAlgorithm().merge(RawTextComparator.DEFAULT, raw(base), raw(theirs), raw(yours));
        int conflicts = (int) StreamSupport.stream(merged.spliterator(), false)
                .filter(chunk -> chunk.getConflictState() == MergeChunk.ConflictState.FIRST_CONFLICTING_RANGE).count();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            new MergeFormatter().formatMerge(text, merged, List.of("base", "theirs", "yours"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written.", e);
        }
        return new Merge(text.toString(StandardCharsets.UTF_8), conflicts);
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }
}
