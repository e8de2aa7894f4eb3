package org.snapfleet.cache;

/** Takes the reading of lists that everyone sees off the database; or does not, as configured. */
public interface FrontPageCache {

  /**
   * Begins to ask for the lists' version, without waiting: {@link #read} does. What is asked
   * between the two, such as who the visitor is, travels along.
   */
  Look look();

  /**
   * The list as it was at some moment after the look began; or one that no change, acknowledged
   * before that, has made old. Never fails for the cache's sake: without it, the database is asked.
   */
  <T> Listed<T> read(Look look, CachedList<T> list);

  /**
   * To be called after a change was committed, or may have been, and before anyone is told so.
   * Returns once no reader can get a list from before it; that may take some seconds.
   */
  void changed();
}
