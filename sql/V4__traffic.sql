-- Level 6: who sent how much, in windows of ten seconds.
-- Two new tables: the version before does not notice them.

-- Absolute counts: whoever counts a window writes its row again, and nothing is counted twice.
-- A client is an address in its usual spelling, or 'other' beyond those that a window has room for.
-- boot is the counting process's own id, new at each start of an instance; 'flink' for Flink's.
CREATE TABLE traffic_window (
  starts_at     BIGINT       NOT NULL, -- milliseconds since 1970, a multiple of 10,000
  client        VARCHAR(45)  ${text} NOT NULL,
  instance      VARCHAR(200) ${text} NOT NULL,
  boot          VARCHAR(40)  ${text} NOT NULL,
  requests      BIGINT       NOT NULL,
  client_errors BIGINT       NOT NULL, -- 4xx
  server_errors BIGINT       NOT NULL, -- 5xx
  bytes         BIGINT       NOT NULL,
  total_ms      BIGINT       NOT NULL,
  -- How many took no longer than so many milliseconds, and longer than the bound before.
  upto_1        BIGINT       NOT NULL,
  upto_2        BIGINT       NOT NULL,
  upto_5        BIGINT       NOT NULL,
  upto_10       BIGINT       NOT NULL,
  upto_20       BIGINT       NOT NULL,
  upto_50       BIGINT       NOT NULL,
  upto_100      BIGINT       NOT NULL,
  upto_200      BIGINT       NOT NULL,
  upto_500      BIGINT       NOT NULL,
  upto_1000     BIGINT       NOT NULL,
  upto_2000     BIGINT       NOT NULL,
  upto_5000     BIGINT       NOT NULL,
  upto_10000    BIGINT       NOT NULL,
  longer        BIGINT       NOT NULL,
  PRIMARY KEY (starts_at, client, instance, boot)
);

-- Requests that are in no window, and why: 'buffer', 'stream', 'late' or 'database'; and what came by
-- the stream and is no record of a request: 'malformed'.
CREATE TABLE traffic_drop (
  starts_at BIGINT       NOT NULL,
  instance  VARCHAR(200) ${text} NOT NULL,
  boot      VARCHAR(40)  ${text} NOT NULL,
  reason    VARCHAR(20)  ${text} NOT NULL,
  requests  BIGINT       NOT NULL,
  PRIMARY KEY (starts_at, instance, boot, reason)
);
