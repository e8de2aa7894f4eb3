package org.snapfleet.sessions;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The one that the configuration chose. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Chosen {}
