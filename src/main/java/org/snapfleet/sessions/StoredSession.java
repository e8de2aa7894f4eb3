package org.snapfleet.sessions;

/**
 * A record as it was read.
 *
 * @param version the store's own mark for this state of the record, for compare-and-set
 */
record StoredSession(SessionRecord session, long version) {}
