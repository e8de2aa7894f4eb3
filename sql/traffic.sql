-- Level 6: who sends how much, in windows of ten seconds, while it happens. In Apache Flink's SQL, for
-- version 1.20; org.snapfleet.flink.Main runs it, on one machine and on Managed Service for Apache
-- Flink. It fills in what stands in braces after a dollar sign. What the fields mean, and why windows
-- close when they do: docs/traffic.md.

SET 'table.local-time-zone' = 'UTC';

-- How long the ids of records are remembered: a record that is sent again comes within seconds.
SET 'table.exec.state.ttl' = '10 min';

-- The stream. Its time is that of arrival, by the stream's own clock, in the hindmost of its shards: a
-- record is waited for until 8 seconds after its window's end, whatever the clocks of instances say.
-- It goes on while nothing arrives, so that the last window closes too. A record that is none has no
-- values.
CREATE TABLE access_log (
  request_time    TIMESTAMP_LTZ(3), -- when the request came
  client_ip       STRING,
  client_hostname STRING,
  server_ip       STRING,
  request         STRING,           -- the path
  http_method     STRING,
  status          INT,
  `size`          BIGINT,           -- bytes of the body
  userAgent       STRING,
  referer         STRING,
  duration_ms     DOUBLE,
  instance        STRING,
  request_id      STRING,
  id              STRING,           -- the same when a record is sent again
  arrived         TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  seen            AS PROCTIME(),
  WATERMARK FOR request_time AS SOURCE_WATERMARK()
) WITH (
  'connector' = 'kinesis-by-arrival',
  'scan.patience' = '8 s',
  'stream' = '${stream}',
  'aws.region' = '${region}',
  'aws.endpoint' = '${endpoint}',
  'scan.stream.initpos' = 'TRIM_HORIZON',
  'scan.shard.getrecords.intervalmillis' = '1000', -- five a second are allowed, to all who read
  'format' = 'json',
  'json.ignore-parse-errors' = 'true',
  'json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE traffic_window (
  starts_at     BIGINT,
  client        STRING,
  instance      STRING,
  boot          STRING,
  requests      BIGINT,
  client_errors BIGINT,
  server_errors BIGINT,
  `bytes`       BIGINT,
  total_ms      BIGINT,
  upto_1        BIGINT,
  upto_2        BIGINT,
  upto_5        BIGINT,
  upto_10       BIGINT,
  upto_20       BIGINT,
  upto_50       BIGINT,
  upto_100      BIGINT,
  upto_200      BIGINT,
  upto_500      BIGINT,
  upto_1000     BIGINT,
  upto_2000     BIGINT,
  upto_5000     BIGINT,
  upto_10000    BIGINT,
  longer        BIGINT,
  PRIMARY KEY (starts_at, client, instance, boot) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${db.url}',
  'driver' = 'org.mariadb.jdbc.Driver',
  'username' = '${db.user}',
  'password' = '${db.password}',
  'table-name' = 'traffic_window',
  'sink.buffer-flush.max-rows' = '500',
  'sink.buffer-flush.interval' = '500 ms'
);

CREATE TABLE traffic_drop (
  starts_at BIGINT,
  instance  STRING,
  boot      STRING,
  reason    STRING,
  requests  BIGINT,
  PRIMARY KEY (starts_at, instance, boot, reason) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${db.url}',
  'driver' = 'org.mariadb.jdbc.Driver',
  'username' = '${db.user}',
  'password' = '${db.password}',
  'table-name' = 'traffic_drop',
  'sink.buffer-flush.interval' = '500 ms'
);

-- Whether a record has what the windows need, and fits their table.
CREATE VIEW looked_at AS
SELECT *,
  id IS NOT NULL AND request_time IS NOT NULL AND request_time <= arrived + INTERVAL '1' MINUTE
    AND client_ip IS NOT NULL AND CHAR_LENGTH(client_ip) <= 45
    AND instance IS NOT NULL AND CHAR_LENGTH(instance) <= 200
    AND status IS NOT NULL
    AND COALESCE(`size`, 0) BETWEEN 0 AND 1000000000000
    AND COALESCE(duration_ms, 0) BETWEEN 0 AND 1000000000 AS whole
FROM access_log;

-- Each once: of records with the same id the first.
CREATE VIEW records AS
SELECT request_time, client_ip, instance, status, `size`, duration_ms, arrived
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY seen) AS copy
  FROM looked_at
  WHERE whole)
WHERE copy = 1;

-- A record is late by what it says itself, so that it is, or is not, however often it is read.
CREATE VIEW timed AS
SELECT *,
  EXTRACT(EPOCH FROM window_start) * 1000 AS starts_at,
  arrived >= CAST(window_end AS TIMESTAMP_LTZ(3)) + INTERVAL '8' SECOND AS late
FROM TABLE(TUMBLE(TABLE records, DESCRIPTOR(request_time), INTERVAL '10' SECOND));

CREATE VIEW counted AS
SELECT window_start, window_end, client_ip AS client, instance,
  COUNT(*) AS requests,
  COUNT(*) FILTER (WHERE status BETWEEN 400 AND 499) AS client_errors,
  COUNT(*) FILTER (WHERE status BETWEEN 500 AND 599) AS server_errors,
  SUM(COALESCE(`size`, 0)) AS `bytes`,
  CAST(SUM(COALESCE(duration_ms, 0)) AS BIGINT) AS total_ms,
  COUNT(*) FILTER (WHERE COALESCE(duration_ms, 0) <= 1) AS upto_1,
  COUNT(*) FILTER (WHERE duration_ms > 1 AND duration_ms <= 2) AS upto_2,
  COUNT(*) FILTER (WHERE duration_ms > 2 AND duration_ms <= 5) AS upto_5,
  COUNT(*) FILTER (WHERE duration_ms > 5 AND duration_ms <= 10) AS upto_10,
  COUNT(*) FILTER (WHERE duration_ms > 10 AND duration_ms <= 20) AS upto_20,
  COUNT(*) FILTER (WHERE duration_ms > 20 AND duration_ms <= 50) AS upto_50,
  COUNT(*) FILTER (WHERE duration_ms > 50 AND duration_ms <= 100) AS upto_100,
  COUNT(*) FILTER (WHERE duration_ms > 100 AND duration_ms <= 200) AS upto_200,
  COUNT(*) FILTER (WHERE duration_ms > 200 AND duration_ms <= 500) AS upto_500,
  COUNT(*) FILTER (WHERE duration_ms > 500 AND duration_ms <= 1000) AS upto_1000,
  COUNT(*) FILTER (WHERE duration_ms > 1000 AND duration_ms <= 2000) AS upto_2000,
  COUNT(*) FILTER (WHERE duration_ms > 2000 AND duration_ms <= 5000) AS upto_5000,
  COUNT(*) FILTER (WHERE duration_ms > 5000 AND duration_ms <= 10000) AS upto_10000,
  COUNT(*) FILTER (WHERE duration_ms > 10000) AS longer
FROM timed
WHERE NOT late
GROUP BY window_start, window_end, client_ip, instance;

-- A window has room for so many clients of an instance; whoever sends from a million addresses does not
-- fill the database.
CREATE VIEW foremost AS
SELECT window_start, window_end, client, instance,
  requests, client_errors, server_errors, `bytes`, total_ms, upto_1, upto_2, upto_5, upto_10,
  upto_20, upto_50, upto_100, upto_200, upto_500, upto_1000, upto_2000, upto_5000, upto_10000,
  longer
FROM (
  SELECT *,
    ROW_NUMBER() OVER (
      PARTITION BY window_start, window_end, instance ORDER BY requests DESC, client) AS place
  FROM counted)
WHERE place <= 1000;

-- Absolute counts: when they are written again, nothing is counted twice.
INSERT INTO traffic_window
SELECT EXTRACT(EPOCH FROM window_start) * 1000, client, instance, 'flink',
  requests, client_errors, server_errors, `bytes`, total_ms, upto_1, upto_2, upto_5, upto_10,
  upto_20, upto_50, upto_100, upto_200, upto_500, upto_1000, upto_2000, upto_5000, upto_10000,
  longer
FROM foremost;

-- All others together: the whole without those.
INSERT INTO traffic_window
SELECT EXTRACT(EPOCH FROM window_start) * 1000, 'other', instance, 'flink',
  SUM(requests), SUM(client_errors), SUM(server_errors), SUM(`bytes`), SUM(total_ms), SUM(upto_1),
  SUM(upto_2), SUM(upto_5), SUM(upto_10), SUM(upto_20), SUM(upto_50), SUM(upto_100), SUM(upto_200),
  SUM(upto_500), SUM(upto_1000), SUM(upto_2000), SUM(upto_5000), SUM(upto_10000), SUM(longer)
FROM (
  SELECT * FROM counted
  UNION ALL
  SELECT window_start, window_end, client, instance,
    -requests, -client_errors, -server_errors, -`bytes`, -total_ms, -upto_1, -upto_2, -upto_5,
    -upto_10, -upto_20, -upto_50, -upto_100, -upto_200, -upto_500, -upto_1000, -upto_2000, -upto_5000,
    -upto_10000, -longer
  FROM foremost)
GROUP BY window_start, window_end, instance
HAVING SUM(requests) > 0;

-- What came after its window was closed is in no window, but it is told of.
INSERT INTO traffic_drop
SELECT /*+ STATE_TTL('timed' = '1d') */ starts_at, instance, 'flink', 'late', COUNT(*)
FROM timed
WHERE late
GROUP BY starts_at, instance;

-- So is what was no record of ours, by when it arrived.
INSERT INTO traffic_drop
SELECT starts_at, 'flink', 'flink', 'malformed', COUNT(*)
FROM (
  SELECT EXTRACT(EPOCH FROM arrived) / 10 * 10000 AS starts_at
  FROM looked_at
  WHERE NOT whole)
GROUP BY starts_at;
