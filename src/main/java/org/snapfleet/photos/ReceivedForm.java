package org.snapfleet.photos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a multipart form carried; its files are gone once it is closed. */
record ReceivedForm(Path folder, Map<String, String> fields, List<ReceivedFile> files)
    implements AutoCloseable {

  /** The field's text, or nothing; never null. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  @Override
  public void close() {
    WorkFolder.remove(folder);
  }
}
