package org.snapfleet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level 6: the stream, who counts it and where else it goes. */
class StackTrafficTest {
  private static final Template STACK = Template.stack();
  private static final String STREAM = "<AccessStream.Arn>";

  /** What it takes to write to a stream, or to change it. */
  private static final Set<String> OF_WRITERS = Set.of("kinesis:PutRecords", "kinesis:PutRecord");

  private static Deployed analysed(String... otherwise) {
    Map<String, Object> parameters = Sizes.level(6, otherwise);
    parameters.put("AnalysisBucket", "my-files");
    return STACK.with(parameters);
  }

  private static Deployed archived(String where) {
    return STACK.with(
        Sizes.level(
            6,
            "TrafficArchive",
            where,
            "SearchDomain",
            "arn:aws:es:eu-central-1:123456789012:domain/search",
            "SplunkUrl",
            "https://splunk.example.org:8088",
            "SplunkSecret",
            "arn:aws:secretsmanager:eu-central-1:123456789012:secret:splunk-AbCdEf"));
  }

  /** What a role may do, by its name. */
  private static List<Map<String, Object>> rights(Deployed stack, String role) {
    return Values.list(stack.resource(role).property("Policies")).stream()
        .map(policy -> Values.map(Values.map(policy).get("PolicyDocument")))
        .flatMap(document -> Values.list(document.get("Statement")).stream())
        .map(Values::map)
        .toList();
  }

  private static Set<String> actions(List<Map<String, Object>> statements, String service) {
    return statements.stream()
        .flatMap(statement -> Values.list(statement.get("Action")).stream())
        .map(Object::toString)
        .filter(action -> action.startsWith(service + ":"))
        .collect(Collectors.toSet());
  }

  @Test
  void theSiteMayWriteToItsStreamAndLookAtIt() {
    List<Map<String, Object>> all = Statements.of(STACK.with(Sizes.level(6)));

    assertThat(actions(all, "kinesis"))
        .containsExactlyInAnyOrder("kinesis:PutRecords", "kinesis:DescribeStreamSummary");
    assertThat(Statements.resources(all, "kinesis:DescribeStreamSummary")).containsExactly(STREAM);
  }

  @Test
  void withoutItsJobNothingIsMadeForFlink() {
    assertThat(STACK.with(Sizes.level(6)).has("Analysis")).isFalse();
    assertThat(STACK.with(Sizes.level(5, "AnalysisBucket", "my-files")).has("Analysis")).isFalse();
    assertThat(STACK.with(Sizes.level(6)).has("Archive")).isFalse();
    assertThat(STACK.with(Sizes.level(5, "TrafficArchive", "s3")).has("Archive")).isFalse();
  }

  @Test
  void flinkGoesOnFromWhereItWas() {
    Resource analysis = analysed().resource("Analysis");
    Map<String, Object> configuration = Values.map(analysis.property("ApplicationConfiguration"));
    Map<String, Object> flink = Values.map(configuration.get("FlinkApplicationConfiguration"));

    assertThat(analysis.property("RuntimeEnvironment")).isEqualTo("FLINK-1_20");
    assertThat(Values.map(flink.get("CheckpointConfiguration")))
        .containsEntry("CheckpointingEnabled", true);
    assertThat(configuration.get("ApplicationSnapshotConfiguration"))
        .isEqualTo(Map.of("SnapshotsEnabled", true));
    assertThat(analysis.property("RunConfiguration").toString())
        .contains("RESTORE_FROM_LATEST_SNAPSHOT");
  }

  @ParameterizedTest
  @CsvSource({
    "mariadb, nat, sslMode=verify-full&serverSslCert=https://",
    "mariadb, endpoints, sslMode=trust",
    "aurora, nat, sslMode=verify-full"
  })
  void flinkIsToldWhereItReadsAndWrites(String database, String egress, String tls) {
    Deployed stack = analysed("Database", database, "Egress", egress);
    Map<String, Object> configuration =
        Values.map(stack.resource("Analysis").property("ApplicationConfiguration"));
    Map<String, Object> group =
        Values.map(
            Values.list(
                    Values.map(configuration.get("EnvironmentProperties")).get("PropertyGroups"))
                .get(0));
    Map<String, Object> told = Values.map(group.get("PropertyMap"));

    assertThat(group).containsEntry("PropertyGroupId", "snapfleet");
    assertThat(told)
        .containsOnlyKeys("stream", "region", "db.url", "db.secret")
        .containsEntry("stream", "<AccessStream>");
    assertThat(told.get("db.url").toString()).startsWith("jdbc:mariadb://<").contains(tls);
    assertThat(told.get("db.secret").toString()).endsWith("MasterUserSecret.SecretArn>");
  }

  @Test
  void flinkReadsItsStreamItsCodeAndItsAccountAlone() {
    List<Map<String, Object>> rights = rights(analysed(), "AnalysisRole");

    assertThat(actions(rights, "kinesis")).doesNotContainAnyElementsOf(OF_WRITERS);
    assertThat(Statements.resources(rights, "kinesis:GetRecords")).containsExactly(STREAM);
    assertThat(Statements.resources(rights, "s3:GetObject"))
        .containsExactly("arn:<AWS::Partition>:s3:::my-files/traffic.jar");
    assertThat(Statements.resources(rights, "secretsmanager:GetSecretValue"))
        .containsExactly("<MariaDb.MasterUserSecret.SecretArn>");
    assertThat(rights)
        .filteredOn(right -> "Leave".equals(right.get("Sid")))
        .singleElement()
        .satisfies(right -> assertThat(right.get("Condition").toString()).contains("vpc/<Vpc>"));
  }

  /** And nobody reaches Flink. */
  @Test
  void flinkReachesTheDatabase() {
    Deployed stack = analysed("Egress", "endpoints");

    assertThat(stack.resource("AnalysisToDatabase").properties())
        .containsEntry("DestinationSecurityGroupId", "<DatabaseGroup>")
        .containsEntry("ToPort", 3306);
    assertThat(stack.resource("DatabaseFromAnalysis").properties())
        .containsEntry("SourceSecurityGroupId", "<AnalysisGroup>");
    assertThat(stack.resource("EndpointsFromAnalysis").properties())
        .containsEntry("GroupId", "<EndpointGroup>");
    assertThat(stack.resource("AnalysisGroup").property("SecurityGroupIngress")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "s3, ExtendedS3DestinationConfiguration",
    "opensearch, AmazonopensearchserviceDestinationConfiguration",
    "splunk, SplunkDestinationConfiguration",
  })
  void theArchiveHasOneDestinationAndTheRightsForIt(String where, String destination) {
    Deployed stack = archived(where);
    Resource archive = stack.resource("Archive");
    List<Map<String, Object>> rights = rights(stack, "ArchiveRole");

    assertThat(archive.properties())
        .containsOnlyKeys("DeliveryStreamType", "KinesisStreamSourceConfiguration", destination);
    assertThat(actions(rights, "kinesis")).doesNotContainAnyElementsOf(OF_WRITERS);
    assertThat(Statements.resources(rights, "kinesis:GetRecords")).containsExactly(STREAM);
    assertThat(Statements.resources(rights, "s3:PutObject"))
        .containsExactly("<Logs.Arn>/traffic/*", "<Logs.Arn>/traffic-errors/*");
    assertThat(actions(rights, "es").isEmpty()).isNotEqualTo(where.equals("opensearch"));
    assertThat(actions(rights, "secretsmanager").isEmpty()).isNotEqualTo(where.equals("splunk"));
    assertThat(archive.properties().toString()).doesNotContain("HECToken");
  }

  @Test
  void someoneIsToldOfAFullStreamAndOfALateAnalysis() {
    Deployed stack = analysed("TrafficArchive", "s3");

    assertThat(stack.resources("AWS::CloudWatch::Alarm"))
        .filteredOn(
            alarm ->
                Set.of("StreamFull", "AnalysisLate", "AnalysisRestarts", "ArchiveLate")
                    .contains(alarm.name()))
        .hasSize(4)
        .allSatisfy(
            alarm -> assertThat(alarm.property("AlarmActions")).isEqualTo(List.of("<Alarms>")));
  }
}
