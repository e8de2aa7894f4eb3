package org.snapfleet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may reach what, and who may do what: what a validator of templates does not see. */
class StackSafetyTest {
  private static final Template STACK = Template.stack();
  private static final String EVERYONE = "0.0.0.0/0";

  /** AWS knows no narrower resource for these; what describes reads no data. */
  private static final Set<String> ON_EVERYTHING =
      Set.of(
          "ssm:UpdateInstanceInformation",
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
          "cloudwatch:PutMetricData",
          "ec2:DescribeTags",
          "logs:DescribeLogGroups",
          "ec2:DescribeVpcs",
          "ec2:DescribeSubnets",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeDhcpOptions",
          "ec2:DescribeNetworkInterfaces");

  private static Stream<Map<String, Object>> ingress(Deployed stack) {
    return Stream.concat(
        stack.resources("AWS::EC2::SecurityGroup").stream()
            .flatMap(
                group ->
                    Values.list(group.property("SecurityGroupIngress")).stream()
                        .map(rule -> withGroup(Values.map(rule), group.name()))),
        stack.resources("AWS::EC2::SecurityGroupIngress").stream().map(Resource::properties));
  }

  private static Map<String, Object> withGroup(Map<String, Object> rule, String group) {
    rule.put("GroupId", "<" + group + ">");
    return rule;
  }

  @ParameterizedTest
  @MethodSource("org.snapfleet.stack.Sizes#all")
  void onlyTheBalancerIsOpenToEveryoneAndNotBehindTheEdge(Map<String, Object> parameters) {
    Deployed stack = STACK.with(parameters);
    List<Map<String, Object>> open =
        ingress(stack).filter(rule -> EVERYONE.equals(rule.get("CidrIp"))).toList();

    assertThat(open).allSatisfy(r -> assertThat(r).containsEntry("GroupId", "<BalancerGroup>"));
    assertThat(open.isEmpty()).isEqualTo(stack.has("Distribution"));
    assertThat(ingress(stack)).allMatch(rule -> !rule.containsKey("CidrIpv6"));
  }

  @ParameterizedTest
  @MethodSource("org.snapfleet.stack.Sizes#all")
  void everyGroupSaysWhereItsMembersMayGo(Map<String, Object> parameters) {
    assertThat(STACK.with(parameters).resources("AWS::EC2::SecurityGroup"))
        .allSatisfy(
            group ->
                assertThat(Values.list(group.property("SecurityGroupEgress")))
                    .as(group.name())
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(isNarrow(Values.map(rule))).isTrue()));
  }

  /** To everywhere by TLS and mail alone. */
  private static boolean isNarrow(Map<String, Object> rule) {
    Object port = rule.get("FromPort");
    boolean isToKnown = Integer.valueOf(443).equals(port) || Integer.valueOf(587).equals(port);
    return !EVERYONE.equals(rule.get("CidrIp")) || (isToKnown && port.equals(rule.get("ToPort")));
  }

  @Test
  void instancesAskForATokenAndAreNotReachedBySsh() {
    Deployed stack = STACK.with(Sizes.level(5));
    Map<String, Object> data =
        Values.map(stack.resource("LaunchTemplate").property("LaunchTemplateData"));

    assertThat(Values.map(data.get("MetadataOptions")))
        .containsEntry("HttpTokens", "required")
        .containsEntry("HttpPutResponseHopLimit", 1);
    assertThat(data).doesNotContainKey("KeyName").containsKey("IamInstanceProfile");
    assertThat(ingress(stack)).noneMatch(rule -> Integer.valueOf(22).equals(rule.get("FromPort")));
    assertThat(data.get("BlockDeviceMappings").toString()).contains("Encrypted=true");
  }

  @Test
  void noSecretIsWrittenDown() {
    Deployed stack = STACK.with(Sizes.level(6));

    assertThat(stack.resources("AWS::SecretsManager::Secret"))
        .hasSize(4)
        .allSatisfy(
            secret ->
                assertThat(secret.properties())
                    .containsKey("GenerateSecretString")
                    .doesNotContainKey("SecretString"));
    assertThat(STACK.section("Parameters"))
        .allSatisfy((name, parameter) -> assertThat(name).doesNotContainIgnoringCase("password"));
    assertThat(STACK.resources())
        .noneMatch(resource -> resource.properties().containsKey("MasterUserPassword"));
  }

  @ParameterizedTest
  @MethodSource("org.snapfleet.stack.Sizes#all")
  void everyRightNamesWhatItIsFor(Map<String, Object> parameters) {
    List<Map<String, Object>> statements = Statements.of(STACK.with(parameters));

    assertThat(statements).isNotEmpty();
    assertThat(statements)
        .allSatisfy(
            statement -> {
              List<Object> actions = Values.list(statement.get("Action"));
              assertThat(actions).noneMatch(action -> action.toString().contains("*"));
              if (Values.list(statement.get("Resource")).contains("*")) {
                assertThat(ON_EVERYTHING)
                    .containsAll(actions.stream().map(Object::toString).toList());
              }
            });
  }

  @Test
  void theSiteReachesItsOwnPrefixAlone() {
    List<Map<String, Object>> statements = Statements.of(STACK.with(Sizes.level(6)));

    assertThat(Statements.resources(statements, "s3:PutObject"))
        .containsExactly("<Photos.Arn>/site/media/*");
    assertThat(Statements.resources(statements, "kinesis:PutRecords"))
        .containsExactly("<AccessStream.Arn>");
    assertThat(Statements.resources(statements, "ssm:GetParameter"))
        .allMatch(arn -> arn.endsWith(":parameter/snapfleet/<AWS::StackName>/*"));
    assertThat(Statements.resources(statements, "secretsmanager:GetSecretValue"))
        .contains("<AdminPassword>", "<MariaDb.MasterUserSecret.SecretArn>")
        .noneMatch(arn -> arn.contains("*"));
  }

  @Test
  void bucketsAreClosedAndTakeNothingInTheClear() {
    Deployed stack = STACK.with(Sizes.level(5));

    assertThat(stack.resources("AWS::S3::Bucket"))
        .allSatisfy(
            bucket ->
                assertThat(Values.map(bucket.property("PublicAccessBlockConfiguration")).values())
                    .hasSize(4)
                    .containsOnly(true));
    assertThat(stack.resources("AWS::S3::BucketPolicy"))
        .hasSameSizeAs(stack.resources("AWS::S3::Bucket"))
        .allSatisfy(policy -> assertThat(policy.toString()).contains("aws:SecureTransport=false"));
    assertThat(stack.resource("Photos").property("VersioningConfiguration"))
        .isEqualTo(Map.of("Status", "Enabled"));
  }
}
