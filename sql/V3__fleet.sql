-- Level 3: who is in the fleet, and what of the settings may change while it lives.
-- Two new tables: the version before does not notice them.

-- One row for each address: a new process there takes it over.
CREATE TABLE fleet_instance (
  address    VARCHAR(200) ${text} NOT NULL PRIMARY KEY,
  version    VARCHAR(60)  ${text} NOT NULL,
  up_since   BIGINT       NOT NULL,
  beat_at    BIGINT       NOT NULL,
  draining   BOOLEAN      NOT NULL,
  requests   BIGINT       NOT NULL,
  average_ms BIGINT       NOT NULL,
  latency    VARCHAR(40)  ${text} NOT NULL
);

-- For one instance, by its address, or for all, where that is empty.
CREATE TABLE live_setting (
  instance VARCHAR(200) ${text} NOT NULL,
  name     VARCHAR(60)  ${text} NOT NULL,
  setting  VARCHAR(200) ${text} NOT NULL,
  PRIMARY KEY (instance, name)
);
