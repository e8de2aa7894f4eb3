package org.snapfleet.cache;

/**
 * What is counted.
 *
 * @param hit a list came from the cache
 * @param miss it came from the database, by this request or one that it joined
 * @param flight the database was asked
 * @param stalePrevented a list was thrown away, as it was too old or of another version
 * @param error the store did not do what it was asked
 */
record Counts(
    Runnable hit, Runnable miss, Runnable flight, Runnable stalePrevented, Runnable error) {}
