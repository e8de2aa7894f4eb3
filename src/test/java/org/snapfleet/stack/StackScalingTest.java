package org.snapfleet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures by which the fleet follows its load, and by which people are told. */
class StackScalingTest {
  private static final Template STACK = Template.stack();

  private static Map<String, Object> alarm(String name) {
    return STACK.with(Sizes.level(3)).resource(name).properties();
  }

  @Test
  void byLatencyAsTheTutorialHasIt() {
    assertThat(alarm("Slow"))
        .containsEntry("MetricName", "TargetResponseTime")
        .containsEntry("Statistic", "Average")
        .containsEntry("Period", 60)
        .containsEntry("EvaluationPeriods", 1)
        .containsEntry("ComparisonOperator", "GreaterThanThreshold")
        .containsEntry("Threshold", 1)
        .containsEntry("TreatMissingData", "notBreaching")
        .containsEntry("AlarmActions", List.of("<AddOne>"));
    assertThat(alarm("Quick"))
        .containsEntry("MetricName", "TargetResponseTime")
        .containsEntry("Statistic", "Average")
        .containsEntry("Period", 60)
        .containsEntry("EvaluationPeriods", 1)
        .containsEntry("ComparisonOperator", "LessThanThreshold")
        .containsEntry("Threshold", 0.5)
        .containsEntry("TreatMissingData", "breaching")
        .containsEntry("AlarmActions", List.of("<RemoveOne>"));
    assertThat(alarm("AddOne"))
        .containsEntry("ScalingAdjustment", 1)
        .containsEntry("Cooldown", "300");
    assertThat(alarm("RemoveOne"))
        .containsEntry("ScalingAdjustment", -1)
        .containsEntry("Cooldown", "300");
  }

  @Test
  void byCpuAsTheConferenceHadIt() {
    Deployed stack = STACK.with(Sizes.level(3, "Scaling", "cpu"));

    assertThat(Values.map(stack.resource("ToCpu").property("TargetTrackingConfiguration")))
        .containsEntry("TargetValue", 50)
        .containsEntry(
            "PredefinedMetricSpecification",
            Map.of("PredefinedMetricType", "ASGAverageCPUUtilization"));
    assertThat(stack.resource("Instances").properties())
        .containsEntry("MinSize", "2")
        .containsEntry("MaxSize", "4");
    assertThat(stack.has("Slow")).isFalse();
  }

  @Test
  void byRequestsForEachInstance() {
    Deployed stack = STACK.with(Sizes.level(3, "Scaling", "requests"));

    assertThat(stack.resource("ToRequests").toString())
        .contains("PredefinedMetricType=ALBRequestCountPerTarget")
        .contains("<Balancer.LoadBalancerFullName>/<Targets.TargetGroupFullName>");
  }

  @Test
  void belowLevelThreeTheFleetStaysAsItIs() {
    assertThat(STACK.with(Sizes.level(2)).resources("AWS::AutoScaling::ScalingPolicy")).isEmpty();
    assertThat(STACK.with(Sizes.level(3)).resources("AWS::AutoScaling::ScalingPolicy")).hasSize(2);
  }

  @Test
  void aKnownHourIsPreparedFor() {
    Deployed stack =
        STACK.with(Sizes.level(3, "BusyFrom", "0 17 * * FRI", "BusyUntil", "0 19 * * FRI"));

    assertThat(stack.resource("Busy").properties()).containsEntry("MinSize", 4);
    assertThat(stack.resource("BusyNoMore").properties()).containsEntry("MinSize", 2);
  }

  @Test
  void theGroupAsksTheBalancerReplacesOneByOneAndDrains() {
    Deployed stack = STACK.with(Sizes.level(3));
    Resource group = stack.resource("Instances");

    assertThat(group.properties())
        .containsEntry("HealthCheckType", "ELB")
        .containsEntry("DefaultInstanceWarmup", 60);
    assertThat(group.property("LifecycleHookSpecificationList").toString())
        .contains("autoscaling:EC2_INSTANCE_TERMINATING");
    assertThat(
            Values.map(Values.map(group.attribute("UpdatePolicy")).get("AutoScalingRollingUpdate")))
        .containsEntry("MaxBatchSize", 1)
        .containsEntry("MinInstancesInService", 2)
        .containsEntry("WaitOnResourceSignals", true);
    assertThat(stack.resource("Targets").properties())
        .containsEntry("HealthCheckPath", "/health/ready");
    assertThat(stack.resource("Targets").toString())
        .contains("Key=deregistration_delay.timeout_seconds, Value=20");
  }

  /** Whoever pays is told at each quarter. */
  @Test
  void theBudgetTellsFourTimes() {
    assertThat(
            Values.list(
                    STACK
                        .with(Sizes.level(3))
                        .resource("Budget")
                        .property("NotificationsWithSubscribers"))
                .stream()
                .map(each -> Values.map(Values.map(each).get("Notification")).get("Threshold")))
        .containsExactly(25, 50, 75, 100);
  }

  @Test
  void peopleAreToldOfTrouble() {
    Deployed stack = STACK.with(Sizes.level(6));

    assertThat(stack.resources("AWS::CloudWatch::Alarm").stream())
        .filteredOn(alarm -> Values.list(alarm.property("AlarmActions")).contains("<Alarms>"))
        .extracting(Resource::name)
        .containsExactlyInAnyOrder(
            "Errors",
            "SlowForSome",
            "Unhealthy",
            "NobodyReady",
            "DatabaseBusy",
            "DatabaseFull",
            "DatabaseConnections",
            "CacheFull",
            "CacheEvicts",
            "AnalysisLate",
            "StreamFull");
    assertThat(alarm("SlowForSome")).containsEntry("ExtendedStatistic", "p95");
    assertThat(alarm("NobodyReady")).containsEntry("TreatMissingData", "breaching");
  }
}
