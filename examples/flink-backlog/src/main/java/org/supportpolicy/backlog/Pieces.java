package org.supportpolicy.backlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/**
 * Cuts files into pieces, so that several tasks share one file, wherever it lies.
 *
 * @param bytes how many bytes a piece has at most
 */
record Pieces(long bytes) implements FileEnumerator {

    @Override
    public Collection<FileSourceSplit> enumerateSplits(Path[] files, int least) throws IOException {
        List<FileSourceSplit> pieces = new ArrayList<>();
        for (Path file : files) {
            FileStatus status = file.getFileSystem().getFileStatus(file);
            for (long from = 0; from < status.getLen(); from += bytes) {
                pieces.add(new FileSourceSplit(file + "@" + from, status.getPath(), from, Math.min(bytes, status.getLen() - from),
                        status.getModificationTime(), status.getLen()));
            }
        }
        return pieces;
    }
}
