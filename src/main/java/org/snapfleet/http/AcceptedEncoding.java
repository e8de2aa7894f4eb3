package org.snapfleet.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a browser takes gzip (RFC 9110, 12.5.3). */
final class AcceptedEncoding {
  private static final Pattern GZIP =
      Pattern.compile("\\s*(?:x-)?gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*$)[0-9.]+\\s*)?");

  private AcceptedEncoding() {}

  static boolean isGzip(HttpServletRequest request) {
    String header = request.getHeader("Accept-Encoding");
    return header != null && isGzip(header);
  }

  /** Most browsers send the same few texts, which begin with it. */
  static boolean isGzip(String header) {
    return header.startsWith("gzip,")
        || Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
            .anyMatch(coding -> GZIP.matcher(coding).matches());
  }
}
