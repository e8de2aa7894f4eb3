package org.snapfleet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a form that has been read (WHATWG URL, 5.1), those of the address among them.
 */
final class FormParameters {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MOST = 200;

  private FormParameters() {}

  static Map<String, String[]> of(HttpServletRequest request, byte[] body) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    add(request.getQueryString(), found);
    String type = request.getContentType();
    if (type != null && type.startsWith(FORM)) {
      add(new String(body, StandardCharsets.UTF_8), found);
    }
    Map<String, String[]> parameters = new LinkedHashMap<>();
    found.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    return Collections.unmodifiableMap(parameters);
  }

  private static void add(String pairs, Map<String, List<String>> found) {
    if (pairs == null || pairs.isEmpty()) {
      return;
    }
    for (String pair : pairs.split("&", MOST)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      found.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
  }

  /** What is not encoded as it should be stays as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
