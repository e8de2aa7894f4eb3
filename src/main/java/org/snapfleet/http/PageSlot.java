package org.snapfleet.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What of a kept page is put in anew for each visitor. While the page is rendered to be kept, a
 * marker stands there: nobody outside ever sees one, so that no caption can look like it.
 */
public enum PageSlot {
  /** Which instance serves it. */
  INSTANCE('i'),
  /** Where its list came from. */
  SOURCE('s'),
  /** The name of who is signed in. */
  NAME('n'),
  /** What tells their session from others. */
  FINGERPRINT('f');

  /** What all markers of this process begin with; as long for each, and one character follows. */
  static final String TOKEN = token();

  private static final String ATTRIBUTE = PageSlot.class.getName();

  private final char letter;

  PageSlot(char letter) {
    this.letter = letter;
  }

  private static String token() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return "slot" + HexFormat.of().formatHex(random);
  }

  /** The slot of a marker, by the character at its end. */
  static PageSlot ofMarker(char last) {
    return Arrays.stream(values()).filter(slot -> slot.letter == last).findFirst().orElseThrow();
  }

  /** What to put into a slot: a text, in elements and attributes alike. */
  public static byte[] filling(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What its markers end with. */
  char letter() {
    return letter;
  }

  /** Letters and figures, which are written as they are wherever a page has text. */
  String marker() {
    return TOKEN + letter;
  }

  /** The marker, where the page is rendered to be kept; what there is to show, where it is not. */
  public String or(String shown, HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) == null ? shown : marker();
  }

  /** Has markers shown from now on. */
  static void mark(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, true);
  }

  /** Has no marker shown any more. */
  static void unmark(HttpServletRequest request) {
    request.removeAttribute(ATTRIBUTE);
  }
}
