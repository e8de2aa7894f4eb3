package org.snapfleet.edge;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an origin answered. */
record Answer(int status, Map<String, List<String>> headers, InputStream body) {

  /** Names of headers are the same in any case. */
  Answer {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    headers = all;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
  }

  /** Its bytes, or -1 where they are not told. */
  long length() {
    return header("Content-Length").map(Long::parseLong).orElse(-1L);
  }
}
