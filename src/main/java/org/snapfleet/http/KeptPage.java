package org.snapfleet.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snapfleet.fleet.Sha256;

/**
 * A rendered page without what differs from one answer to the next: its bytes, cut at the slots.
 */
public final class KeptPage {
  static final String TYPE = "text/html;charset=UTF-8";

  private static final int TAG_BYTES = 15;

  /** Between tags: a fifth of a page, which nobody sees. */
  private static final Pattern INDENTATION = Pattern.compile(">[ \\t]*\\n[ \\t\\n]*<");

  /** For what is in the slots. */
  private static final int ROOM = 512;

  private final List<byte[]> pieces = new ArrayList<>();
  private final List<byte[]> packed = new ArrayList<>();
  private final List<PageSlot> slots = new ArrayList<>();
  private final String tag;
  private final int plainSize;
  private final int packedSize;

  private KeptPage(byte[] rendered) {
    String text =
        INDENTATION
            .matcher(new String(rendered, StandardCharsets.ISO_8859_1)) // a character is a byte
            .replaceAll(">\n<");
    int from = 0;
    for (int at = text.indexOf(PageSlot.TOKEN); at >= 0; at = text.indexOf(PageSlot.TOKEN, from)) {
      int last = at + PageSlot.TOKEN.length();
      add(text.substring(from, at));
      slots.add(PageSlot.ofMarker(text.charAt(last)));
      from = last + 1;
    }
    add(text.substring(from));
    tag = tagged();
    plainSize = sum(pieces);
    packedSize = sum(packed);
  }

  /** Cuts a page that was rendered with markers. */
  static KeptPage of(byte[] rendered) {
    return new KeptPage(rendered);
  }

  private void add(String text) {
    byte[] piece = text.getBytes(StandardCharsets.ISO_8859_1);
    pieces.add(piece);
    packed.add(Gzip.packed(piece));
  }

  private String tagged() {
    MessageDigest digest = Sha256.digest();
    for (int i = 0; i < pieces.size(); i++) {
      digest.update(pieces.get(i));
      if (i < slots.size()) {
        digest.update((byte) 0);
        digest.update((byte) slots.get(i).letter());
      }
    }
    byte[] start = Arrays.copyOf(digest.digest(), TAG_BYTES);
    return Base64.getUrlEncoder().encodeToString(start);
  }

  private static int sum(List<byte[]> all) {
    return all.stream().mapToInt(bytes -> bytes.length).sum();
  }

  /** Tells it from every other page, on every instance: a hash of all but what is in the slots. */
  public String tag() {
    return tag;
  }

  /** How many bytes it takes up. */
  int size() {
    return plainSize + packedSize;
  }

  /**
   * Answers GET and HEAD with the page, compressed where the browser takes that.
   *
   * @param shown what is in its slots, as {@link PageSlot#filling} makes it of a text
   */
  public void writeTo(
      HttpServletResponse response, HttpServletRequest request, Map<PageSlot, byte[]> shown)
      throws IOException {
    boolean gzip = AcceptedEncoding.isGzip(request);
    byte[] body = gzip ? gzipped(shown) : plain(shown);
    response.setContentType(TYPE);
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  /** The page with this in its slots. */
  byte[] plain(Map<PageSlot, byte[]> shown) {
    int filled = slots.stream().mapToInt(slot -> shown.get(slot).length).sum();
    ByteBuffer out = ByteBuffer.allocate(plainSize + filled);
    for (int i = 0; i < pieces.size(); i++) {
      out.put(pieces.get(i));
      if (i < slots.size()) {
        out.put(shown.get(slots.get(i)));
      }
    }
    return out.array();
  }

  /** The same as one gzip stream; only what is in the slots was not compressed long ago. */
  byte[] gzipped(Map<PageSlot, byte[]> shown) {
    Gzip out = new Gzip(packedSize + ROOM);
    for (int i = 0; i < pieces.size(); i++) {
      out.add(pieces.get(i), packed.get(i));
      if (i < slots.size()) {
        out.add(shown.get(slots.get(i)));
      }
    }
    return out.end();
  }
}
