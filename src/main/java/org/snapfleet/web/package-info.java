/**
 * What every request passes: the security headers, the cross-origin check, the language, errors as
 * pages or problem documents; the frame of all pages; static assets.
 *
 * <p>The highest package: it may use all others, none may use it.
 */
package org.snapfleet.web;
