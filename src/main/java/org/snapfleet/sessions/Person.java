package org.snapfleet.sessions;

import java.util.UUID;

/** Someone signed in, as of the sign-in: a changed role ends their sessions. */
public record Person(UUID account, String name, boolean admin, boolean member) {}
