package org.snapfleet.edge;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which addresses may be fetched, by whom and when (<a
 * href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-custom-policy.html">
 * AWS's rule</a>).
 *
 * @param resource addresses, with {@code *} for any characters and {@code ?} for any one
 * @param before in seconds since 1970
 * @param after likewise
 * @param network in CIDR
 */
record Policy(String resource, long before, Optional<Long> after, Optional<String> network) {

  /** What a canned policy says in full. */
  static String canned(String address, String expires) {
    return "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%s}}}]}"
        .formatted(address, expires);
  }

  static Policy parse(String json) throws Refusal {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject statement = reader.readObject().getJsonArray("Statement").getJsonObject(0);
      JsonObject condition = statement.getJsonObject("Condition");
      return new Policy(
          statement.getString("Resource", "*"),
          epoch(condition, "DateLessThan").orElseThrow(Refusal::malformed),
          epoch(condition, "DateGreaterThan"),
          Optional.ofNullable(condition.getJsonObject("IpAddress"))
              .map(address -> address.getString("AWS:SourceIp")));
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | IndexOutOfBoundsException
        | ArithmeticException e) {
      throw Refusal.malformed();
    }
  }

  private static Optional<Long> epoch(JsonObject condition, String name) {
    return Optional.ofNullable(condition.getJsonObject(name))
        .map(date -> date.getJsonNumber("AWS:EpochTime").longValueExact());
  }

  /** Whether it lets this be fetched now. */
  boolean allows(String address, Instant now, InetAddress viewer) throws Refusal {
    long seconds = now.getEpochSecond();
    return matches(address)
        && seconds < before
        && (after.isEmpty() || seconds > after.get())
        && (network.isEmpty() || isIn(network.get(), viewer));
  }

  private boolean matches(String address) {
    String form =
        resource
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return address.matches(form);
  }

  private static boolean isIn(String network, InetAddress viewer) throws Refusal {
    try {
      String[] parts = network.split("/", 2);
      if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:]+")) {
        throw Refusal.malformed();
      }
      byte[] start = InetAddress.getByName(parts[0]).getAddress();
      byte[] address = viewer.getAddress();
      int rest =
          start.length * 8 - (parts.length == 1 ? start.length * 8 : Integer.parseInt(parts[1]));
      return start.length == address.length
          && new BigInteger(1, start)
              .shiftRight(rest)
              .equals(new BigInteger(1, address).shiftRight(rest));
    } catch (UnknownHostException | NumberFormatException e) {
      throw Refusal.malformed();
    }
  }
}
