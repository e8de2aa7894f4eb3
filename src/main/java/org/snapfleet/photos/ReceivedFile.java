package org.snapfleet.photos;

import java.nio.file.Path;

/**
 * A file that a browser sent, on this machine's disk.
 *
 * @param name what the browser called it, fit to be shown; never used as a path
 * @param index its place among the files of its request, counted from 0
 * @param whole false where it was larger than allowed and the rest was not kept
 * @param sha256 of its bytes
 */
record ReceivedFile(String name, int index, Path path, boolean whole, byte[] sha256) {}
