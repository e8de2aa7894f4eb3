-- The raffle. New tables only: the version before does not notice them.
-- The raffle itself is here also where its entries are in DynamoDB.

CREATE TABLE raffle (
  id           BINARY(16)   NOT NULL PRIMARY KEY,
  title        VARCHAR(200) ${text} NOT NULL,
  source       VARCHAR(300) ${text} NOT NULL,
  made_at      BIGINT       NOT NULL,
  closes_at    BIGINT       NOT NULL,
  secret       BINARY(32)   NOT NULL,
  vouchers     INTEGER      NOT NULL,
  -- 1 until it is drawn, then empty: there is one raffle at a time.
  slot         INTEGER,
  closed_at    BIGINT,
  -- Who is sealing it, and since when: only they may add to the list.
  sealer       BINARY(16),
  sealer_at    BIGINT,
  sealed_at    BIGINT,
  entries      BIGINT,
  list_sha256  BINARY(32),
  public_value VARCHAR(300) ${text},
  drawn_at     BIGINT,
  forgotten_at BIGINT,
  CONSTRAINT raffle_slot UNIQUE (slot)
);

CREATE TABLE raffle_voucher (
  raffle BINARY(16)   NOT NULL,
  place  INTEGER      NOT NULL,
  code   VARCHAR(200) ${text},
  what   VARCHAR(200) ${text} NOT NULL,
  PRIMARY KEY (raffle, place)
);

-- An address is in once: its key is SHA-256 of its one form. Registering again counts up, so that
-- it is a write as the first time was.
CREATE TABLE raffle_entry (
  raffle      BINARY(16)   NOT NULL,
  address_key BINARY(32)   NOT NULL,
  address     VARCHAR(254) ${text} NOT NULL,
  receipt     CHAR(32)     ${text} NOT NULL,
  language    VARCHAR(8)   ${text} NOT NULL,
  entered_at  BIGINT       NOT NULL,
  times       INTEGER      NOT NULL,
  PRIMARY KEY (raffle, address_key)
);

-- The sealed list, in the order in which it is published.
CREATE TABLE raffle_receipt (
  raffle BINARY(16) NOT NULL,
  hash   BINARY(32) NOT NULL,
  PRIMARY KEY (raffle, hash)
);

CREATE TABLE raffle_winner (
  raffle      BINARY(16)   NOT NULL,
  place       INTEGER      NOT NULL, -- the rank, from 1; the voucher is that of the same place
  hash        BINARY(32)   NOT NULL,
  address_key BINARY(32),            -- of the entry, until it is forgotten
  handed_over BOOLEAN      NOT NULL,
  -- The mail to the winner: empty, 'sending', 'sent', 'failed'.
  mail        VARCHAR(10)  ${text},
  mail_at     BIGINT,
  mail_by     VARCHAR(200) ${text},
  PRIMARY KEY (raffle, place),
  CONSTRAINT raffle_winner_once UNIQUE (raffle, hash)
);
