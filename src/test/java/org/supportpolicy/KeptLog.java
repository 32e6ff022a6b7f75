package org.supportpolicy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what one class logs, from its making until it is closed, and lets nobody else see it. */
public final class KeptLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public KeptLog(Class<?> logs, Level level) {
        logger = Logger.getLogger(logs.getName());
        logger.setUseParentHandlers(false);
        logger.setLevel(level);
        logger.addHandler(this);
    }

    /** What was logged: the level and the message. */
    public List<String> lines() {
        return records.stream().map(record -> record.getLevel() + " " + record.getMessage()).toList();
    }

    /** Forgets what was logged. */
    public void clear() {
        records.clear();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
