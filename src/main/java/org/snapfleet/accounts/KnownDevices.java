package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.http.Cookies;

/** Browsers that have signed in before, known by a random cookie. */
@ApplicationScoped
@Transactional
class KnownDevices {
  private static final String COOKIE = "device";
  private static final Duration LIFETIME = Duration.ofDays(180);
  private static final int BYTES = 32;

  @PersistenceContext private EntityManager entities;

  private final SecureRandom random = new SecureRandom();
  private final Cookies cookies;
  private final DatabaseClock clock;

  @Inject
  KnownDevices(Cookies cookies, DatabaseClock clock) {
    this.cookies = cookies;
    this.clock = clock;
  }

  /** For the client proxy. */
  protected KnownDevices() {
    this(null, null);
  }

  /** A browser's secret text. */
  record Device(String text) {
    private byte[] id() {
      return Sha256.of(text);
    }
  }

  /** The browser, if it has signed in to this account before. */
  Optional<Device> find(HttpServletRequest request, Optional<Account> account) {
    return cookies
        .read(COOKIE, request)
        .map(Device::new)
        .filter(device -> account.isPresent() && isKnown(device, account.get()));
  }

  private boolean isKnown(Device device, Account account) {
    DeviceRow row = entities.find(DeviceRow.class, device.id());
    return row != null && row.isOf(account.id(), clock.instant());
  }

  /** Remembers the browser from now on. */
  void remember(UUID account, HttpServletRequest request, HttpServletResponse response) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Device device = new Device(HexFormat.of().formatHex(secret));
    entities.persist(new DeviceRow(device.id(), account, clock.instant().plus(LIFETIME)));
    Cookie cookie = cookies.create(COOKIE, device.text(), request);
    cookie.setMaxAge((int) LIFETIME.toSeconds());
    response.addCookie(cookie);
  }

  void forget(UUID account) {
    entities
        .createQuery("DELETE FROM DeviceRow d WHERE d.account = :account")
        .setParameter("account", account)
        .executeUpdate();
  }
}
