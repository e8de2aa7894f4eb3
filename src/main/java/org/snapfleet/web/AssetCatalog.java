package org.snapfleet.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snapfleet.fleet.Sha256;

/** The static files, under names that hold the hash of their bytes: they may be kept for ever. */
@ApplicationScoped
class AssetCatalog {
  static final String PATH = "/assets/";
  private static final int HASH_LENGTH = 12;

  private final ServletContext context;
  private final Map<String, String> links = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();

  @Inject
  AssetCatalog(ServletContext context) {
    this.context = context;
  }

  /** For the client proxy. */
  protected AssetCatalog() {
    this(null);
  }

  /** A file's bytes and kind. */
  record Asset(byte[] bytes, String mediaType) {}

  @PostConstruct
  void read() {
    Set<String> paths = context.getResourcePaths(PATH);
    for (String path : paths == null ? Set.<String>of() : paths) {
      add(path.substring(PATH.length()), bytes(path));
    }
  }

  private byte[] bytes(String path) {
    try (InputStream in = context.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String name, byte[] bytes) {
    String hash = HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, HASH_LENGTH);
    int dot = name.lastIndexOf('.');
    String hashed = name.substring(0, dot) + "." + hash + name.substring(dot);
    links.put(name, PATH + hashed);
    assets.put(hashed, new Asset(bytes, mediaType(name.substring(dot + 1))));
  }

  private static String mediaType(String extension) {
    return switch (extension) {
      case "css" -> "text/css;charset=UTF-8";
      case "js" -> "text/javascript;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "webmanifest" -> "application/manifest+json";
      default -> "application/octet-stream";
    };
  }

  /** Where a page finds the file of this name. */
  String link(String name) {
    String link = links.get(name);
    if (link == null) {
      throw new IllegalArgumentException("no asset is called " + name);
    }
    return link;
  }

  Optional<Asset> find(String hashedName) {
    return Optional.ofNullable(assets.get(hashedName));
  }
}
