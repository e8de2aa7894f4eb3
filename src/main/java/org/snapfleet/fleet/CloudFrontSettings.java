package org.snapfleet.fleet;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The distribution that site and photos share.
 *
 * @param url its address, where photos are under {@code /media/}
 * @param keyPairs what links are signed with, the newest first: that one signs
 * @param distributionId where removed photos are to leave the edges at once
 * @param originSecrets what the distribution shows in {@code X-Snapfleet-Origin} when it asks the
 *     site for bytes, after it has checked the link itself; the site takes each of these
 */
public record CloudFrontSettings(
    URI url, List<KeyPair> keyPairs, Optional<String> distributionId, List<String> originSecrets) {
  private static final String URL = "snapfleet.cloudfront.url";
  private static final String IDS = "snapfleet.cloudfront.key-pair-id";
  private static final String FILES = "snapfleet.cloudfront.private-key-file";
  private static final String SECRETS = "snapfleet.cloudfront.origin-secret";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+");
  private static final int SHORTEST_SECRET = 16;

  /**
   * A public key's id in the distribution's key group, and the private key's file (PEM, PKCS 8).
   */
  public record KeyPair(String id, Path privateKey) {}

  static Optional<CloudFrontSettings> read(SettingsReader reader, boolean needed) {
    Optional<URI> url = reader.url(URL);
    if (url.isEmpty() && needed) {
      throw new WrongSettingException(URL, "", "https://host of the distribution");
    }
    List<KeyPair> pairs = keyPairs(list(reader, IDS), list(reader, FILES));
    List<String> secrets = list(reader, SECRETS);
    if (secrets.stream().anyMatch(secret -> secret.length() < SHORTEST_SECRET)) {
      throw new WrongSettingException(
          SECRETS, "…", "secrets of at least %d characters".formatted(SHORTEST_SECRET));
    }
    Optional<String> distribution = reader.text("snapfleet.cloudfront.distribution-id");
    return url.map(address -> new CloudFrontSettings(address, pairs, distribution, secrets));
  }

  private static List<String> list(SettingsReader reader, String key) {
    return reader.text(key).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static List<KeyPair> keyPairs(List<String> ids, List<String> files) {
    if (ids.size() != files.size() || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      throw new WrongSettingException(
          IDS, String.join(",", ids), "an id for each file of " + FILES + ", in its order");
    }
    return IntStream.range(0, ids.size())
        .mapToObj(i -> new KeyPair(ids.get(i), file(files.get(i))))
        .toList();
  }

  private static Path file(String text) {
    Path file = Path.of(text).toAbsolutePath().normalize();
    if (Files.isReadable(file)) {
      return file;
    }
    throw new WrongSettingException(FILES, text, "a readable file with a private key (PEM)");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CloudFrontSettings[url=%s, keyPairs=%s]".formatted(url, keyPairs);
  }
}
