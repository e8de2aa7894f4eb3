/**
 * The front page's lists, kept in common by all instances, and never older than the last change
 * that was acknowledged.
 *
 * <p>Why that holds. A random version stands for all lists; one that was replaced never comes back.
 * A reader begins by asking for it, or shares a question that its instance sent less than 10 ms
 * ago. A loader asks for it before its database transaction begins, and keeps its list under what
 * it was given. A writer, after its commit at <i>c</i>, reads the version and compares and sets a
 * new one; if that fails, another has replaced what it read. It then waits for 15 ms before it is
 * acknowledged at <i>a</i>. Let a reader begin at <i>r</i> after <i>a</i>: its question was sent
 * after the version was replaced, by spans of the readers' own clock alone.
 *
 * <ul>
 *   <li>It is given <i>v</i>: what the writer read, after <i>c</i>, is gone for good, or it read
 *       none; so <i>v</i> was put there after <i>c</i>. Whoever loaded a list under <i>v</i> was
 *       given it before, so the transaction began after <i>c</i> and saw the change, whenever that
 *       flight began.
 *   <li>It is given none: it puts a new one there, and asks again.
 *   <li>It is given no answer: it takes the list of a flight whose query begins after <i>r</i>.
 *   <li>The writer could not replace the version wherever readers may ask: then <i>a</i> is no
 *       sooner than <i>c</i> + 2 s + slack. A list whose loader began to look at <i>s</i> is taken
 *       if <i>r</i> &minus; <i>s</i> &lt; 2 s, by clocks that differ by less than the slack: so
 *       <i>s</i> is after <i>c</i>. The list itself carries <i>s</i>, whatever the store's clock.
 * </ul>
 *
 * <p>A store may lose, evict, delay and refuse what it likes. If it brings a replaced version back,
 * as a fail-over, a healed split or a restored snapshot can, lists may be up to 2 s old.
 *
 * <p>It may use {@code memcached}, {@code redis}, {@code hazelcast} and {@code fleet}. It knows
 * lists as bytes.
 */
package org.snapfleet.cache;
