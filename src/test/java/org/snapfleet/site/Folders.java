package org.snapfleet.site;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Temporary folders and what is in them. */
public final class Folders {
  private static final List<Path> OF_THE_RUN = new CopyOnWriteArrayList<>();

  private Folders() {}

  /** A folder that goes when all tests have ended. */
  public static Path makeForTheRun(String name) {
    Path folder = make(name);
    OF_THE_RUN.add(folder);
    return folder;
  }

  public static void removeThoseOfTheRun() {
    OF_THE_RUN.forEach(Folders::remove);
  }

  static Path make(String name) {
    try {
      return Files.createTempDirectory("snapfleet-" + name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void makeInside(Path folder, String name) {
    try {
      Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder; files that a dying process takes away meanwhile are fine. */
  static void remove(Path folder) {
    for (Path path : walk(folder, Comparator.reverseOrder())) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets servers that run as a user of their own read what is in it. */
  static void letAllRead(Path folder) {
    walk(folder, Comparator.naturalOrder())
        .forEach(
            path -> {
              File file = path.toFile();
              boolean done = file.setReadable(true, false);
              if (!done || (file.isDirectory() && !file.setExecutable(true, false))) {
                throw new IllegalStateException("not opened for all: " + path);
              }
            });
  }

  static List<Path> files(Path folder) {
    return walk(folder, Comparator.naturalOrder()).stream().filter(Files::isRegularFile).toList();
  }

  private static List<Path> walk(Path folder, Comparator<Path> order) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(order).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
