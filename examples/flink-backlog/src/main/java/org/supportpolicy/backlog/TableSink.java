package org.supportpolicy.backlog;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows. What the connector does when a task ends, write what is left, fails again where writing has failed, and a failure then ends
 * the whole worker; all that counts was written at a checkpoint, or at the end of what is read.
 */
final class TableSink implements Sink<Said> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TableSink.class);

    private final JdbcSink<Said> rows;

    TableSink(JdbcSink<Said> rows) {
        this.rows = rows;
    }

    @Override
    public SinkWriter<Said> createWriter(WriterInitContext context) throws IOException {
        SinkWriter<Said> writer = rows.createWriter(context);
        return new SinkWriter<>() {
            @Override
            public void write(Said said, Context context) throws IOException, InterruptedException {
                writer.write(said, context);
            }

            @Override
            public void flush(boolean endOfInput) throws IOException, InterruptedException {
                writer.flush(endOfInput);
            }

            @Override
            public void close() {
                try {
                    writer.close();
                } catch (Exception e) {
                    LOG.warn("Some rows were not written when their task ended; they are when it begins again.", e);
                }
            }
        };
    }
}
