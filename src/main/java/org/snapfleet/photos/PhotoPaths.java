package org.snapfleet.photos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of photos' and people's pages. */
final class PhotoPaths {
  private PhotoPaths() {}

  static String photo(PhotoId id) {
    return "/photos/" + id;
  }

  static String person(String name) {
    return "/people/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
