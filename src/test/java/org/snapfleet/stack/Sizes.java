package org.snapfleet.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The stacks that the tests look at: every level, with each way of doing a thing. */
public final class Sizes {
  private static final Map<String, Object> NEEDED =
      Map.of("ImageId", "ami-0123456789abcdef0", "Email", "ops@example.org");

  private static final Map<String, Object> EDGE =
      Map.of(
          "EdgeKeySecret", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:edge-AbCdEf",
          "EdgePublicKey", "<public key>",
          "EdgePrefixList", "pl-0123456789abcdef0");

  private static final Map<String, Object> DOMAIN =
      Map.of(
          "Domain", "photos.example.org",
          "HostedZoneId", "Z0123456789",
          "EdgeCertificate", "arn:aws:acm:us-east-1:123456789012:certificate/1");

  private Sizes() {}

  /** A level as it is with nothing chosen but what has to be. */
  public static Map<String, Object> level(int level) {
    Map<String, Object> parameters = new LinkedHashMap<>(NEEDED);
    parameters.put("Level", Integer.toString(level));
    if (level >= 5) {
      parameters.putAll(EDGE);
    }
    return parameters;
  }

  /** The same with some parameters otherwise: name, value, name, value. */
  public static Map<String, Object> level(int level, String... otherwise) {
    Map<String, Object> parameters = level(level);
    for (int i = 0; i < otherwise.length; i += 2) {
      parameters.put(otherwise[i], otherwise[i + 1]);
    }
    return parameters;
  }

  /** The same with a name of its own. */
  public static Map<String, Object> named(int level, String... otherwise) {
    Map<String, Object> parameters = level(level, otherwise);
    parameters.putAll(DOMAIN);
    return parameters;
  }

  /** Of each level, each that differs in what is made. */
  public static Stream<Map<String, Object>> all() {
    return Stream.of(0, 1, 2, 3, 4, 5, 6).flatMap(Sizes::ofLevel);
  }

  private static Stream<Map<String, Object>> ofLevel(int level) {
    return Stream.of(
        level(level),
        named(level, "Front", "prefix-list", "WebAcl", "arn:aws:wafv2:acl"),
        named(level, "Zones", "3", "Egress", "endpoints", "Cache", "memcached"),
        level(level, "Database", "aurora", "Scaling", "cpu", "Raffle", "dynamodb"),
        level(
            level,
            "AnalysisBucket",
            "my-files",
            "Egress",
            "endpoints",
            "Zones",
            "3",
            "TrafficArchive",
            "s3"),
        level(
            level,
            "AnalysisBucket",
            "my-files",
            "Database",
            "aurora",
            "TrafficArchive",
            "opensearch",
            "SearchDomain",
            "arn:aws:es:eu-central-1:123456789012:domain/search"),
        level(
            level,
            "TrafficArchive",
            "splunk",
            "SplunkUrl",
            "https://splunk.example.org:8088",
            "SplunkSecret",
            "arn:aws:secretsmanager:eu-central-1:123456789012:secret:splunk-AbCdEf"),
        level(level, "Scaling", "requests", "Protect", "no", "Spot", "yes", "Folder", "yes"),
        named(
            level,
            "BusyFrom",
            "0 17 * * FRI",
            "BusyUntil",
            "0 19 * * FRI",
            "DatabaseSecret",
            "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app-AbCdEf",
            "MailSecret",
            "arn:aws:secretsmanager:eu-central-1:123456789012:secret:mail-AbCdEf",
            "MailFrom",
            "photos@example.org",
            "MoreSettings",
            "snapfleet.latest=20"));
  }
}
