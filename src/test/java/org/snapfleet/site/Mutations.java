package org.snapfleet.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What someone tries who has a link to one private photo and wants another, or more time: changed
 * links of every delivery. Long, because attackers are many.
 *
 * @param wanted a working link to the photo that must stay out of reach
 * @param own a working link to the attacker's own
 */
public record Mutations(Proof wanted, Proof own) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern EPOCH = Pattern.compile("(EpochTime\":)(\\d+)");
  private static final String HEX = "0123456789abcdef";
  private static final int TELLING = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * An address and what proves that one may have it.
   *
   * @param address absolute, without a query
   * @param parts names and values, as {@code expires=1} or {@code CloudFront-Policy=…}
   * @param inCookies whether the proof is sent as cookies, else as the query
   */
  public record Proof(String address, List<String> parts, boolean inCookies) {

    /** A link that works by itself. */
    public static Proof of(URI link) {
      String query = link.getRawQuery();
      return new Proof(
          link.toString().replaceFirst("\\?.*", ""),
          query == null ? List.of() : List.of(query.split("&", -1)),
          false);
    }

    /** An address that cookies open. */
    public static Proof of(URI address, List<String> cookies) {
      return new Proof(address.toString(), List.copyOf(cookies), true);
    }

    Proof at(String other) {
      return new Proof(other, parts, inCookies);
    }

    Proof with(List<String> others) {
      return new Proof(address, others, inCookies);
    }

    int indexOf(String... words) {
      for (int i = 0; i < parts.size(); i++) {
        String name = name(parts.get(i)).toLowerCase(Locale.ROOT);
        if (Arrays.stream(words).anyMatch(name::endsWith)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** One try. */
  public record Attempt(String kind, String method, Proof proof) {
    HttpResponse<byte[]> send() {
      String query = proof.inCookies() || proof.parts().isEmpty() ? "" : "?" + joined("&");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(proof.address() + query))
              .timeout(PATIENCE)
              .method(method, BodyPublishers.noBody());
      if (proof.inCookies()) {
        request.header("Cookie", joined("; "));
      }
      try {
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(this.toString(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }

    private String joined(String separator) {
      return String.join(separator, proof.parts());
    }
  }

  /**
   * Tries so many, each the same for the same seed.
   *
   * @param secret the bytes that the wanted link leads to
   * @return those that obtained bytes: there must be none
   */
  public List<String> obtaining(byte[] secret, int count, long seed) {
    return attempts(count, seed).stream()
        .flatMap(attempt -> leak(attempt, attempt.send(), secret))
        .toList();
  }

  /** No photo is of SVG: that is what the site draws where there is none. */
  private static Stream<String> leak(Attempt attempt, HttpResponse<byte[]> answer, byte[] secret) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    boolean isPicture =
        type.startsWith("image/") && !type.startsWith("image/svg") && answer.body().length > 0;
    String body = new String(answer.body(), ISO_8859_1);
    int middle = secret.length / 2;
    String telling =
        new String(secret, middle, Math.min(TELLING, secret.length - middle), ISO_8859_1);
    return isPicture || body.contains(telling)
        ? Stream.of("%d for %s".formatted(answer.statusCode(), attempt))
        : Stream.empty();
  }

  /** The tries themselves, all kinds in turn. */
  public List<Attempt> attempts(int count, long seed) {
    Random random = new Random(seed);
    List<Attempt> attempts = new ArrayList<>();
    while (attempts.size() < count) {
      Stream.of(
              changedSignature(random),
              changedExpiry(random),
              changedKeyPair(random),
              othersSignature(),
              othersProof(random),
              without(random),
              twice(random),
              otherSpelling(random),
              otherMethod(random),
              nothing(random))
          .flatMap(List::stream)
          .forEach(attempts::add);
    }
    return List.copyOf(attempts.subList(0, count));
  }

  private static List<Attempt> get(String kind, Proof proof) {
    return List.of(new Attempt(kind, "GET", proof));
  }

  private List<Attempt> changed(String kind, int index, String value) {
    if (index < 0) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(wanted.parts());
    parts.set(index, name(parts.get(index)) + "=" + value);
    return parts.equals(wanted.parts()) ? List.of() : get(kind, wanted.with(parts));
  }

  private static String name(String part) {
    return part.substring(0, part.indexOf('='));
  }

  private static String value(String part) {
    return part.substring(part.indexOf('=') + 1);
  }

  /** Another character, an end cut off, or one more. */
  private List<Attempt> changedSignature(Random random) {
    int index = wanted.indexOf("signature");
    if (index < 0) {
      return List.of();
    }
    String value = value(wanted.parts().get(index));
    return changed(
        "changed signature",
        index,
        switch (random.nextInt(4)) {
          case 0 -> value.substring(0, random.nextInt(value.length()));
          case 1 -> value + HEX.charAt(random.nextInt(16));
          default -> otherCharacter(value, random);
        });
  }

  private static String otherCharacter(String text, Random random) {
    int at = random.nextInt(text.length());
    char old = text.charAt(at);
    char other = HEX.charAt(random.nextInt(16));
    return text.substring(0, at)
        + (other == old ? (old == '0' ? '1' : '0') : other)
        + text.substring(at + 1);
  }

  private List<Attempt> changedExpiry(Random random) {
    int policy = wanted.indexOf("policy");
    if (policy >= 0) {
      return changed(
          "changed policy", policy, changedPolicy(value(wanted.parts().get(policy)), random));
    }
    int index = wanted.indexOf(random.nextBoolean() ? "expires" : "-date", "expires");
    if (index < 0) {
      return List.of();
    }
    String value = value(wanted.parts().get(index));
    long more = random.nextLong(1, 100_000);
    Matcher number = NUMBER.matcher(value);
    return changed(
        "changed expiry",
        index,
        number.replaceFirst(found -> Long.toString(Long.parseLong(found.group()) + more)));
  }

  /** More time, another resource, or any. */
  private String changedPolicy(String encoded, Random random) {
    String policy =
        new String(
            Base64.getDecoder()
                .decode(encoded.replace('-', '+').replace('_', '=').replace('~', '/')),
            UTF_8);
    String changed =
        switch (random.nextInt(3)) {
          case 0 -> policy.replaceFirst("\"Resource\":\"[^\"]*\"", "\"Resource\":\"*\"");
          case 1 -> policy.replace("*\"", random.nextInt(1000) + "*\"").replace("*", "**");
          default ->
              EPOCH
                  .matcher(policy)
                  .replaceAll(
                      f -> f.group(1) + (Long.parseLong(f.group(2)) + 1 + random.nextInt(99_999)));
        };
    return Base64.getEncoder()
        .encodeToString(changed.getBytes(UTF_8))
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }

  private List<Attempt> changedKeyPair(Random random) {
    int index = wanted.indexOf("key-pair-id", "credential");
    return index < 0
        ? List.of()
        : changed(
            "changed key pair", index, otherCharacter(value(wanted.parts().get(index)), random));
  }

  private List<Attempt> othersSignature() {
    int mine = own.indexOf("signature");
    int index = wanted.indexOf("signature");
    return index < 0 || mine < 0
        ? List.of()
        : changed("another photo's signature", index, value(own.parts().get(mine)));
  }

  /** All that opens the attacker's own photo, on the wanted one's path in some spelling. */
  private List<Attempt> othersProof(Random random) {
    return get("another photo's link", own.at(spelt(wanted.address(), random)));
  }

  private List<Attempt> without(Random random) {
    List<String> parts = new ArrayList<>(wanted.parts());
    if (parts.isEmpty()) {
      return List.of();
    }
    parts.remove(random.nextInt(parts.size()));
    return get("a part left out", wanted.with(parts));
  }

  /** Twice the same name, one of them with a value that is not right. */
  private List<Attempt> twice(Random random) {
    if (wanted.parts().isEmpty() || own.parts().isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(own.parts());
    int index = random.nextInt(Math.min(parts.size(), wanted.parts().size()));
    parts.add(random.nextInt(parts.size() + 1), wanted.parts().get(index));
    // all that proves is there: which of two it takes is S3's own affair
    boolean whole = parts.containsAll(wanted.parts()) && wanted.indexOf("x-amz-signature") >= 0;
    return whole ? List.of() : get("a part twice", wanted.with(parts));
  }

  /** The way to a folder beside, or over the attacker's own. */
  private List<Attempt> otherSpelling(Random random) {
    String path = URI.create(wanted.address()).getRawPath();
    String base = wanted.address().substring(0, wanted.address().length() - path.length());
    String ownPath = URI.create(own.address()).getRawPath();
    String climbed =
        switch (random.nextInt(4)) {
          case 0 -> ownPath + "/.." + "/..".repeat(random.nextInt(4)) + path;
          case 1 -> ownPath + "%2f..%2f".repeat(1 + random.nextInt(3)) + path.substring(1);
          case 2 -> ownPath.substring(0, ownPath.lastIndexOf('/')) + "/.." + path.substring(6);
          default -> "/media/" + path.substring(path.lastIndexOf('/') + 1);
        };
    return get("another way there", own.at(base + climbed));
  }

  private static String spelt(String address, Random random) {
    String path = URI.create(address).getRawPath();
    String base = address.substring(0, address.length() - path.length());
    int at = 7 + random.nextInt(path.length() - 7);
    return base
        + switch (random.nextInt(9)) {
          case 0 -> path.replaceFirst("(?<=.)/(?=[^/]*$)", "%2F");
          case 1 -> "/" + path.substring(1).replace("/", "%2f");
          case 2 -> path.replaceFirst("(?<=.)/(?=[^/]*$)", "%252F");
          case 3 -> path.substring(0, at) + escaped(path.charAt(at)) + path.substring(at + 1);
          case 4 ->
              path.substring(0, at)
                  + escaped(path.charAt(at)).replace("%", "%25")
                  + path.substring(at + 1);
          case 5 -> "/" + path;
          case 6 -> path.replaceFirst("/(?=[^/]*$)", "/./");
          case 7 -> path + ";x=" + random.nextInt(100);
          default -> path;
        };
  }

  private static String escaped(char character) {
    return "%%%02X".formatted((int) character);
  }

  /** Only reading was granted. */
  private List<Attempt> otherMethod(Random random) {
    List<String> methods = List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND");
    return List.of(
        new Attempt("another method", methods.get(random.nextInt(methods.size())), wanted));
  }

  private List<Attempt> nothing(Random random) {
    return get("no proof at all", new Proof(spelt(wanted.address(), random), List.of(), false));
  }
}
