package org.snapfleet.ami;

import java.util.Map;
import java.util.logging.LogManager;

/**
 * {@code Signal STACK/RESOURCE SUCCESS|FAILURE}: tells CloudFormation what became of this instance,
 * which it waits for while it makes the group or rolls out an image.
 */
public final class Signal {
  /** What CloudFormation says when it waits for nobody: this instance came by scaling. */
  private static final String NOT_WAITING = "ValidationError";

  private Signal() {}

  public static void main(String[] args) {
    LogManager.getLogManager().reset();
    try {
      send(InstanceMetadata.here(), args[0], args[1]);
    } catch (BootFailedException e) {
      Main.say("snapfleet: no signal was given: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void send(InstanceMetadata metadata, String resource, String status) {
    String[] parts = resource.split("/", 2);
    if (parts.length < 2) {
      throw new BootFailedException(
          "SIGNAL=%s is not accepted; accepted: STACK/RESOURCE".formatted(resource));
    }
    try {
      AwsQuery.cloudFormation(metadata.region())
          .call(
              "SignalResource",
              Map.of(
                  "StackName",
                  parts[0],
                  "LogicalResourceId",
                  parts[1],
                  "UniqueId",
                  metadata.instanceId(),
                  "Status",
                  status));
    } catch (AwsRefusalException e) {
      if (!e.code().equals(NOT_WAITING)) {
        throw new BootFailedException(
            "%s, %s; the instance's role needs cloudformation:SignalResource on the stack"
                .formatted(e.code(), e.getMessage()),
            e);
      }
    }
  }
}
