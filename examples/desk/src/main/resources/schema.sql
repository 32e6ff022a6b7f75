-- What the desk keeps. The same for H2 and PostgreSQL; run at each start.

CREATE SEQUENCE IF NOT EXISTS ticket_number START WITH 1001;

-- A ticket: its facts without those of the desk, and until when the decision on them holds.
CREATE TABLE IF NOT EXISTS ticket (
    number VARCHAR(60) PRIMARY KEY,
    version INT NOT NULL,
    facts TEXT NOT NULL,
    state VARCHAR(20) NOT NULL,
    level INT,
    certified INT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE NOT NULL,
    valid_until TIMESTAMP WITH TIME ZONE
);

-- The order in which the desk takes tickets up, and the order in which timers run out.
CREATE INDEX IF NOT EXISTS ticket_queue ON ticket (state, level, certified, created_at, number);
CREATE INDEX IF NOT EXISTS ticket_timer ON ticket (valid_until, number);

-- What happened: what somebody did, and what changed in a decision although nobody did anything.
CREATE TABLE IF NOT EXISTS event (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number VARCHAR(60) NOT NULL REFERENCES ticket,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    kind VARCHAR(20) NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX IF NOT EXISTS event_ticket ON event (number, id);

-- Each decision with its receipt, for an audit: a line as the command decide --json --with-facts --redact writes it.
CREATE TABLE IF NOT EXISTS decision_log (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number VARCHAR(60) NOT NULL REFERENCES ticket,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    line TEXT NOT NULL
);

CREATE INDEX IF NOT EXISTS decision_log_ticket ON decision_log (number, id);

-- How far a simulated clock is ahead, so that it does not go back when the desk is started again.
CREATE TABLE IF NOT EXISTS clock (
    id INT PRIMARY KEY,
    ahead_millis BIGINT NOT NULL
);
