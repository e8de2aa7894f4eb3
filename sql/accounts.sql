-- The application's own account on MariaDB, with the rights it needs and no more. Once, as the
-- server's master user, and with a password of yours in place of this one:
--
--   mariadb -h db.example.org -u admin -p < sql/accounts.sql
--
-- One account both brings the tables up to date and serves: every instance does so at its start.
-- It may make and change the tables of this database; not drop them, not give its rights away, and
-- nothing outside.

CREATE DATABASE IF NOT EXISTS snapfleet CHARACTER SET utf8mb4;

CREATE USER snapfleet IDENTIFIED BY 'change me';

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES ON snapfleet.* TO snapfleet;

-- On RDS and Aurora, besides, so that it never signs in over an open line:
--
--   ALTER USER snapfleet REQUIRE SSL;
--
-- To sign in by an IAM role instead of a password (RDS for MariaDB from 10.11, Aurora MySQL), the
-- account is made by
--
--   CREATE USER snapfleet IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL;
--
-- and the role is allowed rds-db:connect for it.
