package org.snapfleet.check;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.CloudFrontSettings;
import org.snapfleet.fleet.CloudFrontSettings.KeyPair;
import org.snapfleet.storage.TrialLinks;

/**
 * The distribution: whether the key pairs sign, and whether it lets in who has a link of theirs.
 * The links lead to photos that nobody has, so that 404 is what it says when all is well.
 */
record CloudFrontCheck(CloudFrontSettings settings, Duration patience) implements Check {
  private static final int REFUSED = 403;
  private static final int FAILED = 500;

  CloudFrontCheck(CloudFrontSettings settings) {
    this(settings, Duration.ofSeconds(5));
  }

  @Override
  public String name() {
    return "edge";
  }

  @Override
  public String where() {
    return settings.url().toString();
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Note> notes = new ArrayList<>();
    for (KeyPair pair : settings.keyPairs()) {
      signed(pair).ifPresent(notes::add);
    }
    if (settings.keyPairs().isEmpty()) {
      failing(status(TrialLinks.open(settings.url()))).ifPresent(notes::add);
    }
    boolean well = notes.isEmpty();
    return List.of(new Finding(name(), where(), well ? found() : "", notes));
  }

  private String found() {
    List<String> ids = settings.keyPairs().stream().map(KeyPair::id).toList();
    return ids.isEmpty()
        ? "answers; no key pair: public photos only"
        : "takes links signed by " + String.join(" and ", ids);
  }

  private Optional<Note> signed(KeyPair pair) throws IOException {
    URI link;
    try {
      link = TrialLinks.signed(settings.url(), pair);
    } catch (IOException e) {
      return Optional.of(
          Note.failure(
              "%s cannot sign with %s: %s"
                  .formatted(pair.id(), pair.privateKey(), Shown.text(e.getMessage())),
              ""));
    }
    int status = status(link);
    return status == REFUSED
        ? Optional.of(
            Note.failure(
                "it refuses links signed by " + pair.id(),
                "Is that pair's public key in the key group of the behaviours for /media/own/* and"
                    + " /media/members/*, are these deployed, is the file the pair's own, and is this"
                    + " machine's clock right?"))
        : failing(status);
  }

  private static Optional<Note> failing(int status) {
    return status < FAILED
        ? Optional.empty()
        : Optional.of(
            Note.warning(
                "it answers, but has nothing from behind it (HTTP status %d)".formatted(status),
                "Does the site run, and does the load balancer let the distribution in?"));
  }

  private int status(URI link) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) link.toURL().openConnection();
    connection.setConnectTimeout((int) patience.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    connection.setInstanceFollowRedirects(false);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
