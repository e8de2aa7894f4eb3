package org.snapfleet.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapfleet.fleet.AddressRange;
import org.snapfleet.fleet.Settings;

/** Under which address people see the site, and from which address they come. */
@Dependent
public class SiteAddress {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._\\-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.]+\\](:\\d{1,5})?");

  /** An address and a port: {@code 198.51.100.7:46532}, and {@code 2001:db8::7:46532}. */
  private static final Pattern VIEWER = Pattern.compile("\\[?(.+?)\\]?:\\d{1,5}");

  /** In place of an address that is none. */
  private static final String UNKNOWN = "unknown";

  private final Settings settings;
  private final KnownAddresses known;
  private final Optional<String> own;

  @Inject
  SiteAddress(Settings settings) {
    this.settings = settings;
    this.known = new KnownAddresses(settings.trustedProxies());
    this.own = settings.url().map(url -> url.toString().replaceAll("/+$", ""));
  }

  /** {@code https://host[:port]}, without a slash at its end. */
  public String base(HttpServletRequest request) {
    return own.orElseGet(() -> scheme(request) + "://" + host(request));
  }

  /** Whether people reach the site by HTTPS, perhaps ending at a proxy. */
  public boolean isSecure(HttpServletRequest request) {
    return own.filter(url -> url.startsWith("https:")).isPresent()
        || "https".equals(scheme(request));
  }

  /** The host and port by which the browser asked. */
  public String host(HttpServletRequest request) {
    return last(request, "X-Forwarded-Host")
        .or(() -> Optional.ofNullable(request.getHeader("Host")))
        .filter(host -> HOST.matcher(host).matches())
        .orElse("localhost");
  }

  /**
   * Where the request came from: the last address that no trusted proxy of ours added. Behind
   * CloudFront that is an edge; the visitor is who the edge says.
   */
  public String client(HttpServletRequest request) {
    String client = request.getRemoteAddr();
    String[] hops = forwarded(request, "X-Forwarded-For").orElse("").split(",", -1);
    int i = hops.length - 1;
    for (; i >= 0 && isTrusted(client) && !hops[i].isBlank(); i--) {
      client = hops[i].strip();
    }
    return viewer(request, i < 0 ? "" : hops[i].strip()).orElse(client);
  }

  /**
   * The same in its usual spelling, so that each client has one; {@code unknown} for no address.
   */
  public String clientAddress(HttpServletRequest request) {
    String client = client(request);
    int zone = client.indexOf('%'); // of a link-local address, by this machine's name for it
    return known.of(zone < 0 ? client : client.substring(0, zone)).spelling().orElse(UNKNOWN);
  }

  /**
   * What CloudFront says of its visitor. A visitor of CloudFront can send the header too, and it
   * passes where the distribution is not told to write its own over it; but not the address that
   * the edge itself has put into {@code X-Forwarded-For}, next to its own. So the two have to
   * agree. Who asks our proxy past CloudFront can forge both: it has to refuse all others.
   *
   * @param seen whom the client says to have forwarded for; empty where there is nobody
   */
  private Optional<String> viewer(HttpServletRequest request, String seen) {
    return settings.delivery() == Settings.Delivery.CLOUDFRONT
        ? forwarded(request, "CloudFront-Viewer-Address")
            .map(VIEWER::matcher)
            .filter(Matcher::matches)
            .map(header -> header.group(1))
            .filter(said -> isSame(said, seen))
        : Optional.empty();
  }

  private static boolean isSame(String one, String other) {
    Optional<InetAddress> address = AddressRange.address(one);
    return address.isPresent() && address.equals(AddressRange.address(other));
  }

  private String scheme(HttpServletRequest request) {
    return last(request, "X-Forwarded-Proto").orElse(request.getScheme());
  }

  /** What the nearest proxy says: it writes after those before it. */
  private Optional<String> last(HttpServletRequest request, String header) {
    return forwarded(request, header).map(all -> all.substring(all.lastIndexOf(',') + 1).strip());
  }

  /** All lines of a header as one, as they are meant (RFC 9110, 5.3). */
  private Optional<String> forwarded(HttpServletRequest request, String header) {
    return request.getHeader(header) != null && isTrusted(request.getRemoteAddr())
        ? Collections.list(request.getHeaders(header)).stream()
            .reduce((first, next) -> first + "," + next)
            .map(String::strip)
            .filter(s -> !s.isEmpty())
        : Optional.empty();
  }

  private boolean isTrusted(String address) {
    return known.of(address).isTrusted();
  }
}
