package org.snapfleet.kinesis;

import java.util.Optional;
import org.snapfleet.fleet.AwsSilence;
import org.snapfleet.fleet.TrafficSettings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.kinesis.model.KinesisException;

/**
 * Why Kinesis did not do what was asked, by its error codes (Kinesis API Reference, "Common errors"
 * and those of PutRecords) and by what the network threw.
 *
 * @param what the likely cause
 * @param remedy what to do; may be empty
 * @param isThrottle whether there was too much for the stream
 */
public record StreamTrouble(String what, String remedy, boolean isThrottle) {
  private static final StreamTrouble NO_CREDENTIALS =
      trouble(
          "there are no credentials",
          "On EC2, give the instance a role; elsewhere set AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.");
  private static final StreamTrouble NO_REGION =
      trouble("there is no region", "Set snapfleet.aws.region to the stream's.");
  private static final StreamTrouble SILENT =
      trouble(
          "no answer in time",
          "Most likely a security group or firewall drops what is sent. In a VPC Kinesis needs a NAT"
              + " or an interface endpoint, whose group lets this machine in on port 443.");
  private static final StreamTrouble CUT =
      trouble("the line was cut", "Where it goes on: is a proxy or firewall in the way?");
  private static final StreamTrouble THROTTLES =
      new StreamTrouble(
          "it gets more than its shards can take",
          "It passes; the more so with more shards, or with capacity on demand.",
          true);
  private static final StreamTrouble CLOCK =
      trouble(
          "this machine's clock is wrong", "Let it follow a time server (timedatectl, chrony).");

  /** In one line. */
  String text() {
    return "%s. %s".formatted(what, remedy).strip();
  }

  static StreamTrouble trouble(String what, String remedy) {
    return new StreamTrouble(what, remedy, false);
  }

  static StreamTrouble of(Throwable thrown, TrafficSettings settings) {
    return thrown instanceof KinesisException e
        ? answered(e, settings)
        : unanswered(thrown, settings);
  }

  private static StreamTrouble answered(KinesisException e, TrafficSettings settings) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(e.awsErrorDetails());
    String code = details.map(AwsErrorDetails::errorCode).orElse("");
    String said = details.map(AwsErrorDetails::errorMessage).orElse("");
    return switch (code) {
      case "ResourceNotFoundException" ->
          trouble(
              "there is no such stream%s".formatted(place(settings)),
              "Make it (docs/the-stack.md), or correct snapfleet.kinesis.stream and"
                  + " snapfleet.aws.region.");
      case "ResourceInUseException" ->
          trouble("it is being made or deleted", "It passes in a minute.");
      case "ProvisionedThroughputExceededException",
          "LimitExceededException",
          "ThrottlingException",
          "KMSThrottlingException" ->
          THROTTLES;
      case "AccessDeniedException" ->
          trouble(
              "these credentials may not do what is needed (AccessDeniedException)",
              "Give the role kinesis:PutRecords and kinesis:DescribeStreamSummary on this stream"
                  + " (docs/the-stack.md).");
      case "UnrecognizedClientException", "InvalidClientTokenId" ->
          trouble("the access key is not known there", "Are the credentials for that account?");
      case "ExpiredTokenException" ->
          trouble("the credentials have expired", "Get new ones; an instance role renews its own.");
      case "RequestTimeTooSkewed", "RequestExpired" -> CLOCK;
      case "InvalidSignatureException", "SignatureDoesNotMatch" ->
          said.startsWith("Signature expired") || said.startsWith("Signature not yet current")
              ? CLOCK
              : trouble(
                  "the secret key is wrong", "Correct the credentials (AWS_SECRET_ACCESS_KEY).");
      default -> byStatus(e, code);
    };
  }

  private static StreamTrouble byStatus(KinesisException e, String code) {
    String said = code.isEmpty() ? "status " + e.statusCode() : code;
    if (code.startsWith("KMS")) {
      return trouble(
          "the key that encrypts the stream cannot be used (%s)".formatted(said),
          "Is it enabled, and may this role use it (kms:GenerateDataKey)?");
    }
    return e.statusCode() >= 500
        ? trouble("it failed (%s)".formatted(said), "It passes; see the AWS Health Dashboard.")
        : trouble(
            "it refused (%s)".formatted(said), "Is snapfleet.kinesis.endpoint really Kinesis'?");
  }

  private static String place(TrafficSettings settings) {
    return settings.endpoint().map(url -> " at " + url).orElse("");
  }

  private static StreamTrouble unanswered(Throwable thrown, TrafficSettings settings) {
    return switch (AwsSilence.of(thrown)) {
      case NO_CREDENTIALS -> NO_CREDENTIALS;
      case NO_REGION -> NO_REGION;
      case TOO_LATE -> SILENT;
      case UNKNOWN_HOST ->
          trouble(
              "its host's name is not known here" + place(settings),
              "Are snapfleet.kinesis.endpoint and snapfleet.aws.region right, and does DNS work?");
      case REFUSED ->
          trouble(
              "nothing listens%s: the connection was refused".formatted(place(settings)),
              "Is it started, and is snapfleet.kinesis.endpoint right?");
      case CUT -> CUT;
    };
  }
}
