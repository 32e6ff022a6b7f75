package org.supportpolicy.backlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** How Flink reads the lines of a piece of a file. A checkpoint holds where the next line begins. */
final class LineFormat implements BulkFormat<Line, FileSourceSplit> {

    private static final long serialVersionUID = 1L;
    private static final int BATCH = 64;

    @Override
    public Reader<Line> createReader(Configuration config, FileSourceSplit piece) throws IOException {
        FSDataInputStream in = piece.path().getFileSystem().open(piece.path());
        long from = Math.max(0, piece.offset() - 1);
        in.seek(from);
        LineReader lines = new LineReader(in, name(piece.path()), from, piece.offset() + piece.length());
        if (piece.offset() > 0) {
            lines.skipRest();
        }
        return new Batches(lines);
    }

    @Override
    public Reader<Line> restoreReader(Configuration config, FileSourceSplit piece) throws IOException {
        CheckpointedPosition position = piece.getReaderPosition().orElse(null);
        if (position == null || position.getOffset() == CheckpointedPosition.NO_OFFSET) {
            return createReader(config, piece);
        }
        FSDataInputStream in = piece.path().getFileSystem().open(piece.path());
        in.seek(position.getOffset());
        LineReader lines = new LineReader(in, name(piece.path()), position.getOffset(), piece.offset() + piece.length());
        for (long i = 0; i < position.getRecordsAfterOffset(); i++) {
            lines.next();
        }
        return new Batches(lines);
    }

    @Override
    public boolean isSplittable() {
        return true;
    }

    @Override
    public TypeInformation<Line> getProducedType() {
        return TypeInformation.of(Line.class);
    }

    /** What people call a file: its path, with the file system only when that is not the local one. */
    static String name(Path file) {
        String scheme = file.toUri().getScheme();
        return scheme == null || scheme.equals("file") ? file.getPath() : file.toString();
    }

    private record Batches(LineReader lines) implements Reader<Line> {

        @Override
        public @Nullable RecordIterator<Line> readBatch() throws IOException {
            List<Line> batch = new ArrayList<>(BATCH);
            for (Line line = lines.next(); line != null; line = lines.next()) {
                batch.add(line);
                if (batch.size() == BATCH) {
                    break;
                }
            }
            return batch.isEmpty() ? null : new Batch(batch);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** A position is that of the record after the one that it comes with: here the line itself, and one to skip. */
    private static final class Batch implements BulkFormat.RecordIterator<Line> {

        private final List<Line> lines;
        private int next;

        Batch(List<Line> lines) {
            this.lines = lines;
        }

        @Override
        public @Nullable RecordAndPosition<Line> next() {
            if (next == lines.size()) {
                return null;
            }
            Line line = lines.get(next++);
            return new RecordAndPosition<>(line, line.position, 1);
        }

        @Override
        public void releaseBatch() {
            // nothing is kept
        }
    }
}
