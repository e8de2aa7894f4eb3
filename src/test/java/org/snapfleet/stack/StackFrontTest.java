package org.snapfleet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How people reach the site: the balancer, the edge and the firewall. */
class StackFrontTest {
  private static final Template STACK = Template.stack();
  private static final Template EDGE = Template.of(Path.of("ami", "edge.yaml"));

  private static Map<String, Object> distribution(Deployed stack) {
    return Values.map(stack.resource("Distribution").property("DistributionConfig"));
  }

  @Test
  void withANameItIsHttpsAlone() {
    Deployed stack = STACK.with(Sizes.named(3));

    assertThat(stack.resource("ListenerByTls").properties())
        .containsEntry("Protocol", "HTTPS")
        .containsEntry("SslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06");
    assertThat(stack.resource("Listener").toString()).contains("StatusCode=HTTP_301");
    assertThat(stack.has("Record")).isTrue();
  }

  @Test
  void metricsAndHealthAreNotForOutside() {
    Resource rule = STACK.with(Sizes.level(3)).resource("NotForOutside");

    assertThat(rule.toString()).contains("/metrics", "/health*", "StatusCode=404");
    assertThat(EDGE.with(Map.of()).resource("Firewall").toString())
        .contains("^/+(metrics|health)([/;].*)?$", "URL_DECODE");
  }

  @Test
  void behindTheEdgeTheBalancerIsOffTheInternetOrForTheEdgeAlone() {
    Deployed inside = STACK.with(Sizes.level(5));
    Deployed outside = STACK.with(Sizes.named(5, "Front", "prefix-list"));

    assertThat(inside.resource("Balancer").property("Scheme")).isEqualTo("internal");
    assertThat(inside.has("VpcOrigin")).isTrue();
    assertThat(outside.resource("Balancer").property("Scheme")).isEqualTo("internet-facing");
    assertThat(outside.has("VpcOrigin")).isFalse();
    assertThat(outside.resource("FromEdge").property("SourcePrefixListId"))
        .isEqualTo("pl-0123456789abcdef0");
    assertThat(outside.resource("ListenerByTls").toString()).contains("StatusCode=403");
    assertThat(outside.resource("OfOurEdge").toString())
        .contains("X-Snapfleet-Edge", "<EdgeSecret>");
    assertThat(distribution(outside).get("Origins").toString())
        .contains(
            "HeaderName=X-Snapfleet-Edge, HeaderValue={{resolve:secretsmanager:<EdgeSecret>}}");
  }

  /** The patterns and their order are those of docs/photos-through-cloudfront.md. */
  @Test
  void privatePhotosNeedASignatureAtTheEdge() {
    List<Map<String, Object>> behaviours =
        Values.list(distribution(STACK.with(Sizes.level(5))).get("CacheBehaviors")).stream()
            .map(Values::map)
            .toList();

    assertThat(behaviours)
        .extracting(behaviour -> behaviour.get("PathPattern"))
        .containsExactly(
            "/media/own/*", "/media/members/*", "/media/" + "?".repeat(32) + "-*", "/api/*");
    assertThat(behaviours.subList(0, 2))
        .allSatisfy(b -> assertThat(b).containsEntry("TrustedKeyGroups", List.of("<EdgeKeys>")));
    assertThat(behaviours.get(3))
        .containsEntry("CachePolicyId", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
  }

  @Test
  void formsPassTheEdgeWithAllTheyHave() {
    Map<String, Object> config = distribution(STACK.with(Sizes.level(5)));
    Map<String, Object> pages = Values.map(config.get("DefaultCacheBehavior"));

    assertThat(Values.list(pages.get("AllowedMethods"))).contains("POST", "PUT", "PATCH", "DELETE");
    assertThat(pages)
        .containsEntry("OriginRequestPolicyId", "33f36d7e-f396-46d9-90e0-52428a34d9dc")
        .containsEntry("ViewerProtocolPolicy", "redirect-to-https");
    assertThat(config.get("Origins").toString())
        .contains(
            "HeaderName=X-Snapfleet-Origin, HeaderValue={{resolve:secretsmanager:<OriginSecret>}}");
  }

  /** Media behaviours pass no Host header on: the certificate has to have the origin's own name. */
  @Test
  void theEdgeKnowsTheBalancerByANameOfItsCertificate() {
    Deployed stack = STACK.with(Sizes.named(5));

    assertThat(stack.resource("Certificate").property("SubjectAlternativeNames"))
        .isEqualTo(List.of("origin.photos.example.org"));
    assertThat(Values.list(distribution(stack).get("Origins")).subList(1, 3))
        .allSatisfy(
            origin ->
                assertThat(Values.map(origin))
                    .containsEntry("DomainName", "origin.photos.example.org"));
    assertThat(stack.resource("OriginRecord").property("Name"))
        .isEqualTo("origin.photos.example.org");
  }

  @Test
  void aKeyTakesTheOthersPlaceWhileBothWork() {
    Map<String, Object> parameters = Sizes.level(5);
    assertThat(keys(parameters)).isEqualTo(List.of("<EdgeKey>"));

    parameters.put("EdgeKeySecret2", "arn:aws:secretsmanager:eu-central-1:1:secret:edge2-AbCdEf");
    parameters.put("EdgePublicKey2", "<public key>");
    assertThat(keys(parameters)).isEqualTo(List.of("<EdgeKey>", "<EdgeKey2>"));

    parameters.put("EdgeKeySecret", "");
    parameters.put("EdgePublicKey", "");
    assertThat(keys(parameters)).isEqualTo(List.of("<EdgeKey2>"));
  }

  private static Object keys(Map<String, Object> parameters) {
    return Values.map(STACK.with(parameters).resource("EdgeKeys").property("KeyGroupConfig"))
        .get("Items");
  }

  @Test
  void theSiteIsLookedAtFromOutside() {
    Deployed edge =
        EDGE.with(
            Map.of("Domain", "a.example.org", "HostedZoneId", "Z1", "Email", "ops@example.org"));

    assertThat(edge.resource("Unreachable").properties())
        .containsEntry("MetricName", "HealthCheckStatus")
        .containsEntry("AlarmActions", List.of("<Alarms>"));
    assertThat(EDGE.with(Map.of("Scope", "REGIONAL")).has("Outside")).isFalse();
  }

  @Test
  void photosOfMoreThan8KilobytesPassTheFirewall() {
    assertThat(EDGE.with(Map.of()).resource("Firewall").toString())
        .contains("Name=SizeRestrictions_BODY, ActionToUse={Count={}}");
    assertThat(
            EDGE.with(Map.of("Domain", "a.example.org", "HostedZoneId", "Z1")).has("Certificate"))
        .isTrue();
  }
}
