package org.snapfleet.inside;

import jakarta.servlet.http.HttpServletRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Someone who uses the site from outside, while the test looks at it from inside. */
public final class Guest {
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String name;
  private final String site;

  private Guest(String name, String site) {
    this.name = name;
    this.site = site;
  }

  static Guest register(String name) {
    int port = Inside.bean(HttpServletRequest.class).getServerPort();
    Guest guest =
        new Guest(
            name + "-" + UUID.randomUUID().toString().substring(0, 8), "http://127.0.0.1:" + port);
    String account = "{\"username\": \"%s\", \"password\": \"brisk-otter-lantern-41\"}";
    if (guest.send("POST", "/api/users", account.formatted(guest.name)) != 201) {
      throw new AssertionError(guest.name + " was not taken");
    }
    return guest;
  }

  String name() {
    return name;
  }

  /** Uploads a photo; tells its address in the API. */
  String photo() {
    Matcher id = ID.matcher(uploaded(UUID.randomUUID().toString()).body());
    if (!id.find()) {
      throw new AssertionError("No photo was stored");
    }
    return "/api/photos/" + id.group(1);
  }

  int upload(String key) {
    return uploaded(key).statusCode();
  }

  private HttpResponse<String> uploaded(String key) {
    return answer(
        to("/api/photos")
            .header("Content-Type", "multipart/form-data; boundary=between")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(form())));
  }

  private static byte[] form() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(
          "--between\r\n%s; name=photo; filename=a.png\r\nContent-Type: image/png\r\n\r\n"
              .formatted("Content-Disposition: form-data")
              .getBytes(StandardCharsets.US_ASCII));
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
      bytes.write("\r\n--between--\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  int send(String method, String path, String json) {
    return answer(
            to(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)))
        .statusCode();
  }

  int form(String path, String fields) {
    return answer(
            to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)))
        .statusCode();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(site + path));
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
