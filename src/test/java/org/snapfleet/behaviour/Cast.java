package org.snapfleet.behaviour;

import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;

/**
 * The people of a site with passwords: whose photos they are (a member), another member, somebody
 * else, the admin, and one who is not signed in.
 */
record Cast(
    Site site,
    String ownerName,
    Browser owner,
    Browser member,
    Browser other,
    Browser admin,
    Browser nobody) {
  static final String PASSWORD = "velvet-harbour-tin-92";

  static Cast of(Site site) {
    // nearly forty characters: a page's menu has room for them
    String owner = Names.fresh("owner-of-a-name-as-long-as-can-be");
    Browser admin = site.admin();
    return new Cast(
        site,
        owner,
        member(site, owner, admin),
        member(site, Names.fresh("member"), admin),
        person(site, Names.fresh("other")),
        admin,
        site.browser());
  }

  static Browser person(Site site, String name) {
    Browser browser = site.browser().from(Addresses.fresh());
    browser.register(name, PASSWORD).expect(201);
    return browser;
  }

  private static Browser member(Site site, String name, Browser admin) {
    Browser browser = person(site, name);
    admin.send("PUT", "/api/members/" + name).expect(204);
    return browser.signIn(name, PASSWORD);
  }

  /** Has the site sweep at once: it does so when somebody leaves, besides each minute. */
  static void sweep(Site site) {
    String name = Names.fresh("leaver");
    person(site, name);
    site.admin().delete("/api/users/" + name).expect(204);
  }

  /** One of the people by what they are. */
  Browser as(String role) {
    return switch (role) {
      case "owner" -> owner;
      case "member" -> member;
      case "other" -> other;
      case "admin" -> admin;
      case "nobody" -> nobody;
      default -> throw new IllegalArgumentException(role);
    };
  }

  /** A photo of the owner's. */
  String photo(String visibility) {
    return upload(owner, visibility);
  }

  static String upload(Browser by, String visibility) {
    Multipart body =
        new Multipart()
            .field("caption", visibility + " one")
            .field("visibility", visibility)
            .file("a.jpg", Pictures.jpeg(60, 40));
    return by.upload(body).expect(201).json().at("/stored/0/id").asText();
  }
}
