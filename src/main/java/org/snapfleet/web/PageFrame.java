package org.snapfleet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.fleet.Instance;
import org.snapfleet.fleet.LiveSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.Language;
import org.snapfleet.http.Messages;
import org.snapfleet.http.PageSlot;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.http.SizeText;
import org.snapfleet.http.View;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.PhotoOrigins;

/** What every page shows around its own content: {@code #{page}} in the Facelets. */
@Named("page")
@RequestScoped
public class PageFrame {
  @Inject private HttpServletRequest request;
  @Inject private Visitor visitor;
  @Inject private Settings settings;
  @Inject private LiveSettings live;
  @Inject private Instance instance;
  @Inject private SiteAddress address;
  @Inject private AssetCatalog assets;
  @Inject private PhotoOrigins origins;

  /** {@code en} or {@code zh}. */
  public String getLanguage() {
    return language().tag();
  }

  private Language language() {
    return RequestLanguage.of(request);
  }

  public String t(String key) {
    return Messages.text(language(), key);
  }

  public String t(String key, Object argument) {
    return Messages.text(language(), key, argument);
  }

  public String t(String key, Object first, Object second) {
    return Messages.text(language(), key, first, second);
  }

  public String asset(String name) {
    return assets.link(name);
  }

  public boolean isSignedIn() {
    return visitor.person().isPresent();
  }

  public String getUserName() {
    return visitor.person().map(person -> PageSlot.NAME.or(person.name(), request)).orElse(null);
  }

  public boolean isAdmin() {
    return visitor.person().map(Person::admin).orElse(false);
  }

  /** Whether the members' area is open to the visitor. */
  public boolean isForMembers() {
    return visitor.person().filter(p -> p.member() || p.admin()).isPresent();
  }

  /** Whether a name is enough to sign in. */
  public boolean isOpen() {
    return settings.accounts() == Settings.AccountsMode.OPEN;
  }

  public String getInstance() {
    return PageSlot.INSTANCE.or(instance.address(), request);
  }

  public String getFingerprint() {
    return visitor.fingerprint().map(f -> PageSlot.FINGERPRINT.or(f, request)).orElse(null);
  }

  /** Where the list on the page came from, where there is one. */
  public String getSource() {
    String text = t("behind." + request.getAttribute("source"), live.latest());
    return PageSlot.SOURCE.or(text, request);
  }

  public Object getProblems() {
    Object problems = request.getAttribute(View.PROBLEMS);
    return problems == null ? List.of() : problems;
  }

  /** The path that the browser asked for; one that began with two slashes would name a host. */
  public String getPath() {
    Object forwarded = request.getAttribute("jakarta.servlet.forward.request_uri");
    String path = forwarded == null ? request.getRequestURI() : (String) forwarded;
    return path.replaceFirst("^/+", "/");
  }

  /** This page in another language. */
  public String languageLink(String tag) {
    Object query = request.getAttribute(View.QUERY);
    String kept = query == null ? "" : query + "&";
    return getPath() + "?" + kept + RequestLanguage.NAME + "=" + tag;
  }

  public String absolute(String link) {
    return link.startsWith("/") ? address.base(request) + link : link;
  }

  /** Whether pictures come from elsewhere, so that the site does not see one that is missing. */
  public boolean isPicturesElsewhere() {
    return origins.other().isPresent();
  }

  public long getMaxBytes() {
    return settings.uploadMaxBytes();
  }

  public String getMaxBytesText() {
    return SizeText.of(settings.uploadMaxBytes());
  }
}
