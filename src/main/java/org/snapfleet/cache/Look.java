package org.snapfleet.cache;

/** A question for the lists' version that is under way; for one {@link FrontPageCache#read}. */
public interface Look {}
