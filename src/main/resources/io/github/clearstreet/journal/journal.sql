-- The tables of io.github.clearstreet.journal.JdbcJournal, in standard SQL. Tested with PostgreSQL.
-- The user of the data source needs SELECT and INSERT on all three, UPDATE on clearstreet_account,
-- and UPDATE (resolved) on clearstreet_attempt. Nothing is ever deleted.

-- One row for each account: its last lease. The row is locked while something is decided for the account.
CREATE TABLE clearstreet_account (
    account_id    BIGINT PRIMARY KEY,
    token         BIGINT NOT NULL,            -- of the last lease, 0 if there was none; never goes back
    lease_host    VARCHAR(255),
    lease_process BIGINT,
    lease_since   TIMESTAMP WITH TIME ZONE,
    lease_until   TIMESTAMP WITH TIME ZONE    -- null when released
);

-- One row for each request that was about to be sent.
CREATE TABLE clearstreet_attempt (
    seq           BIGINT GENERATED ALWAYS AS IDENTITY,
    id            VARCHAR(64) PRIMARY KEY,
    account_id    BIGINT NOT NULL REFERENCES clearstreet_account (account_id),
    operation     VARCHAR(64) NOT NULL,       -- for example close_positions
    instrument_id TEXT,
    ids           TEXT NOT NULL,              -- JSON array: ids of new orders, or of the order to cancel
    positions     TEXT NOT NULL,              -- JSON array: what it was decided by
    host          VARCHAR(255) NOT NULL,
    process       BIGINT NOT NULL,
    recorded_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    send_by       TIMESTAMP WITH TIME ZONE NOT NULL,
    token         BIGINT,                     -- of the lease that it was sent under
    server_time   TIMESTAMP WITH TIME ZONE,
    resolved      BOOLEAN NOT NULL            -- follows from the outcomes, for the index
);

CREATE INDEX clearstreet_attempt_account ON clearstreet_attempt (account_id, recorded_at);
CREATE INDEX clearstreet_attempt_resolved ON clearstreet_attempt (resolved, account_id);

-- One row for each thing that was found out about an attempt.
CREATE TABLE clearstreet_outcome (
    seq           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    attempt_id    VARCHAR(64) NOT NULL REFERENCES clearstreet_attempt (id),
    recorded_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    host          VARCHAR(255) NOT NULL,
    process       BIGINT NOT NULL,
    state         VARCHAR(32) NOT NULL,       -- NOT_SENT, REJECTED, ACCEPTED, UNKNOWN, HAPPENED, DID_NOT_HAPPEN
    status        INTEGER,
    request_id    TEXT,
    order_ids     TEXT NOT NULL,              -- JSON array
    detail        TEXT
);

CREATE INDEX clearstreet_outcome_attempt ON clearstreet_outcome (attempt_id);
