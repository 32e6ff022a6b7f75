package org.supportpolicy.backlog;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.core.datastream.source.JdbcSource;
import org.apache.flink.connector.jdbc.core.datastream.source.enumerator.JdbcSourceEnumeratorState;
import org.apache.flink.connector.jdbc.core.datastream.source.reader.JdbcSourceReader;
import org.apache.flink.connector.jdbc.core.datastream.source.reader.JdbcSourceSplitReader;
import org.apache.flink.connector.jdbc.core.datastream.source.split.JdbcSourceSplit;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads rows. The connector's own source has one connection for all threads of a task: one that has read its range closes it when the next
 * may be reading already. Here each thread has its own; all else is the connector's.
 */
final class TableSource implements Source<Line, JdbcSourceSplit, JdbcSourceEnumeratorState> {

    private static final long serialVersionUID = 1L;

    private final JdbcSource<Line> rows;
    private final JdbcConnectionOptions connection;

    TableSource(JdbcSource<Line> rows, JdbcConnectionOptions connection) {
        this.rows = rows;
        this.connection = connection;
    }

    @Override
    public SourceReader<Line, JdbcSourceSplit> createReader(SourceReaderContext context) {
        return new JdbcSourceReader<>(() -> new JdbcSourceSplitReader<>(context, rows.getConfiguration(), rows.getTypeInformation(),
                new SimpleJdbcConnectionProvider(connection), Table.GUARANTEE, rows.getResultExtractor()),
                rows.getConfiguration(), context);
    }

    @Override
    public Boundedness getBoundedness() {
        return rows.getBoundedness();
    }

    @Override
    public SplitEnumerator<JdbcSourceSplit, JdbcSourceEnumeratorState> createEnumerator(SplitEnumeratorContext<JdbcSourceSplit> context)
            throws Exception {
        return rows.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<JdbcSourceSplit, JdbcSourceEnumeratorState> restoreEnumerator(SplitEnumeratorContext<JdbcSourceSplit> context,
            JdbcSourceEnumeratorState state) throws Exception {
        return rows.restoreEnumerator(context, state);
    }

    @Override
    public SimpleVersionedSerializer<JdbcSourceSplit> getSplitSerializer() {
        return rows.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<JdbcSourceEnumeratorState> getEnumeratorCheckpointSerializer() {
        return rows.getEnumeratorCheckpointSerializer();
    }
}
