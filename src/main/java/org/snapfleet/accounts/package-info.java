/**
 * The people: names, passwords, signing in and out, and what slows guessing down.
 *
 * <p>It may use {@code sessions}, {@code cache}, {@code http} and {@code fleet}. What else belongs
 * to a person goes with them by the {@link org.snapfleet.accounts.AccountLeaving} event.
 */
package org.snapfleet.accounts;
