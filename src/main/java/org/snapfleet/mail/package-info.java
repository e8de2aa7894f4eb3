/**
 * Sending mail by SMTP, and knowing afterwards what became of it.
 *
 * <p>It may use {@code fleet}; it knows nothing of what is written.
 */
package org.snapfleet.mail;
