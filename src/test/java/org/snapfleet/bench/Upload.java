package org.snapfleet.bench;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapfleet.bench.Caller.Reply;
import org.snapfleet.site.Pictures;

/** One photo on its way, which may be sent again and again under its key. */
final class Upload {
  private static final String BOUNDARY = "----snapfleet-bench-5a1e";
  private static final Pattern STORED = Pattern.compile("\"id\":\"([0-9a-zA-Z-]+)\"");

  private final String key = UUID.randomUUID().toString();
  private final Member owner;
  private final byte[] body;

  Upload(Member owner, byte[] picture) {
    this(owner, picture, "");
  }

  Upload(Member owner, byte[] picture, String caption) {
    this.owner = owner;
    this.body = multipart(picture, caption);
  }

  static Upload small(Member owner) {
    return new Upload(owner, Pictures.jpeg());
  }

  private static byte[] multipart(byte[] picture, String caption) {
    String line = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s";
    String head =
        line.formatted(BOUNDARY, "caption", "", caption + "\r\n")
            + line.formatted(BOUNDARY, "photo", "; filename=\"a.jpg\"", "");
    List<byte[]> parts = List.of(utf8(head), picture, utf8("\r\n--%s--\r\n".formatted(BOUNDARY)));
    byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sends it; the photo's id where the answer is that it is stored. */
  Optional<String> sendTo(URI at) {
    Reply reply =
        Caller.send(
            "POST",
            at,
            "/api/photos",
            owner.cookie(),
            BodyPublishers.ofByteArray(body),
            "Content-Type",
            "multipart/form-data; boundary=" + BOUNDARY,
            "Idempotency-Key",
            key);
    Matcher stored = STORED.matcher(reply.body());
    return reply.status() == 201 && stored.find() ? Optional.of(stored.group(1)) : Optional.empty();
  }

  /** All photos of a person, as an instance lists them. */
  static List<String> storedOf(Member owner, URI at) {
    String list = Caller.get(at, "/api/photos?limit=100&owner=" + owner.name(), "").body();
    List<String> ids = new ArrayList<>();
    Matcher photo = STORED.matcher(list);
    while (photo.find()) {
      ids.add(photo.group(1));
    }
    return ids;
  }

  /** Whether a photo is there with its bytes. */
  static boolean isThere(String id, URI at) {
    Reply photo = Caller.get(at, "/api/photos/" + id, "");
    Matcher original = Pattern.compile("\"original\":\"([^\"]+)\"").matcher(photo.body());
    return photo.status() == 200
        && original.find()
        && Caller.get(at, URI.create(original.group(1)).getPath(), "").status() == 200;
  }
}
