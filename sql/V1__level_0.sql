-- Level 0: accounts, sessions, photos. Runs unchanged on H2 and MariaDB.
-- ${text} is the character set and collation by which texts compare byte by byte.
-- Ids are UUIDv7 in 16 bytes, assigned by the application; keys of sessions and devices are SHA-256 hashes.

CREATE TABLE account (
  id          BINARY(16)   NOT NULL PRIMARY KEY,
  name        VARCHAR(40)  ${text} NOT NULL,
  name_key    VARCHAR(120) ${text} NOT NULL,
  password    VARCHAR(300),
  admin       BOOLEAN      NOT NULL,
  member      BOOLEAN      NOT NULL,
  CONSTRAINT account_name UNIQUE (name_key)
);

CREATE TABLE photo (
  id               BINARY(16)   NOT NULL PRIMARY KEY,
  owner            BINARY(16)   NOT NULL,
  owner_name       VARCHAR(40)  ${text} NOT NULL,
  listed           BOOLEAN      NOT NULL,
  visibility       VARCHAR(10)  NOT NULL,
  caption          VARCHAR(500) ${text} NOT NULL,
  store            VARCHAR(10)  NOT NULL,
  original_key     VARCHAR(80) ${text}  NOT NULL,
  original_width   INTEGER      NOT NULL,
  original_height  INTEGER      NOT NULL,
  large_key        VARCHAR(80) ${text}  NOT NULL,
  large_width      INTEGER      NOT NULL,
  large_height     INTEGER      NOT NULL,
  thumbnail_key    VARCHAR(80) ${text}  NOT NULL,
  thumbnail_width  INTEGER      NOT NULL,
  thumbnail_height INTEGER      NOT NULL,
  animated         BOOLEAN      NOT NULL,
  CONSTRAINT photo_owner FOREIGN KEY (owner) REFERENCES account (id),
  CONSTRAINT photo_bytes UNIQUE (original_key)
);
-- The front page, everything of one person, and what others may see of one person. Never sorted, only walked:
-- queries order by every column of the index, as H2 asks for. The owner's name never changes, so it
-- stands here too and a list needs no join.
CREATE INDEX photo_latest ON photo (listed, id DESC);
CREATE INDEX photo_of_owner ON photo (owner, id DESC);
CREATE INDEX photo_listed_of_owner ON photo (owner, listed, id DESC);

-- Bytes that no photo may name: written before the bytes of an upload and with the row of a deletion.
CREATE TABLE stray (
  id       BINARY(16)    NOT NULL PRIMARY KEY,
  store    VARCHAR(10)   NOT NULL,
  object_keys VARCHAR(300) ${text}  NOT NULL,
  due_at   BIGINT        NOT NULL
);
CREATE INDEX stray_due_at ON stray (due_at);

-- What an Idempotency-Key has stored: one row for each file of the request, under the hash of owner,
-- key and place in the request.
CREATE TABLE stored_upload (
  id        BINARY(32) NOT NULL PRIMARY KEY,
  content   BINARY(32) NOT NULL,
  photo     BINARY(16) NOT NULL,
  stored_at BIGINT     NOT NULL
);
CREATE INDEX stored_upload_age ON stored_upload (stored_at);

CREATE TABLE web_session (
  id         BINARY(32)      NOT NULL PRIMARY KEY,
  version    BIGINT          NOT NULL,
  content    VARBINARY(1000) NOT NULL,
  expires_at BIGINT          NOT NULL
);
CREATE INDEX web_session_expiry ON web_session (expires_at);

-- Sessions that must stay dead, one by its key or all of a person's begun before a moment.
CREATE TABLE revoked_session (
  id         BINARY(16) NOT NULL PRIMARY KEY,
  session_id BINARY(32),
  account    BINARY(16),
  revoked_at BIGINT     NOT NULL,
  expires_at BIGINT     NOT NULL
);
CREATE INDEX revoked_session_expiry ON revoked_session (expires_at);

-- Guesses at a password, one row each, by what they are counted under.
CREATE TABLE sign_in_attempt (
  id      BINARY(16) NOT NULL PRIMARY KEY,
  bucket  BINARY(32) NOT NULL,
  made_at BIGINT     NOT NULL
);
CREATE INDEX sign_in_attempt_bucket ON sign_in_attempt (bucket, made_at);
CREATE INDEX sign_in_attempt_age ON sign_in_attempt (made_at);

-- Browsers that have signed in before: guessing elsewhere never locks them out.
CREATE TABLE known_device (
  id         BINARY(32) NOT NULL PRIMARY KEY,
  account    BINARY(16) NOT NULL,
  expires_at BIGINT     NOT NULL
);
CREATE INDEX known_device_account ON known_device (account);
CREATE INDEX known_device_expiry ON known_device (expires_at);

-- Facts that are true of the whole site, such as which marker the photo folder carries.
CREATE TABLE site_fact (
  name  VARCHAR(60)  ${text} NOT NULL PRIMARY KEY,
  fact  VARCHAR(200) ${text} NOT NULL
);
