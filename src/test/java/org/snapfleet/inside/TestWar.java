package org.snapfleet.inside;

import java.io.File;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The packaged site, plus the tests that run in it and the configuration they run with. */
final class TestWar {
  private TestWar() {}

  static WebArchive with(Map<String, String> keys) {
    File war = new File(System.getProperty("snapfleet.war"));
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(war)
        .as(WebArchive.class)
        .addPackage(TestWar.class.getPackage())
        .addClass("org.snapfleet.photos.AmongAMillion")
        .addClass("org.snapfleet.traffic.AmongManyWindows")
        .addClass("org.snapfleet.sessions.SessionsInDatabase")
        .addClass("org.snapfleet.sessions.SessionsInDatabase$InDatabase")
        .addClass("org.snapfleet.sessions.SharedStoreContract")
        .addAsLibrary(jarOf(Assertions.class))
        .addAsLibrary(jarOf(net.bytebuddy.ByteBuddy.class))
        .addAsResource(
            new StringAsset(properties(keys)), "META-INF/microprofile-config.properties");
  }

  private static String properties(Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
