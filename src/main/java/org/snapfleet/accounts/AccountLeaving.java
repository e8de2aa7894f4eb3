package org.snapfleet.accounts;

import java.util.UUID;

/** Someone's account is being removed: observers remove what is theirs in the same transaction. */
public record AccountLeaving(UUID account) {}
