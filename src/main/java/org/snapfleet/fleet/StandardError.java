package org.snapfleet.fleet;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's own standard error: Payara turns {@code System.err} into log records. */
final class StandardError {
  private StandardError() {}

  @SuppressWarnings("resource") // closing it would close the process's descriptor
  static void say(String line) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    err.println(line);
  }
}
