package org.snapfleet.raffle;

import java.time.Instant;
import org.snapfleet.http.Language;

/**
 * Someone who takes part.
 *
 * @param language in which to write to them
 */
public record Entry(EmailAddress address, Receipt receipt, Language language, Instant enteredAt) {}
