/**
 * What all features say in HTTP: problems (RFC 9457), the visitor's language and address, the
 * site's own address, pages to show.
 *
 * <p>It may use {@code fleet} only.
 */
package org.snapfleet.http;
