package org.snapfleet.storage;

import java.util.Optional;
import org.snapfleet.fleet.AwsSilence;
import org.snapfleet.fleet.S3Settings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Why S3 did not do what was asked, by its error codes (Amazon S3 API Reference, "Error responses")
 * and by what the network threw.
 *
 * @param what the likely cause
 * @param remedy what to do
 * @param isOutage whether it may pass by itself
 */
public record S3Trouble(String what, String remedy, boolean isOutage) {
  private static final S3Trouble NO_CREDENTIALS =
      lasting(
          "there are no credentials",
          "On EC2, give the instance a role; elsewhere set AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.");
  private static final S3Trouble NO_REGION =
      lasting("there is no region", "Set snapfleet.aws.region to the bucket's.");
  static final S3Trouble SILENT =
      passing(
          "no answer in time",
          "Is S3 slow, or does a firewall drop what is sent? In a VPC it needs a gateway endpoint or"
              + " a NAT.");
  private static final S3Trouble CUT =
      passing("the line was cut", "Where it goes on: is a proxy or firewall in the way?");
  private static final S3Trouble SLOW_DOWN =
      passing("it asks to slow down", "It passes; the more so with fewer uploads at once.");

  static final S3Trouble CONTESTED =
      lasting("another request is at work on the same object", "It ends; try again.");
  static final S3Trouble CLOSED = lasting("this instance is stopping", "");

  /** In one line. */
  String text() {
    return "%s. %s".formatted(what, remedy).strip();
  }

  private static S3Trouble lasting(String what, String remedy) {
    return new S3Trouble(what, remedy, false);
  }

  private static S3Trouble passing(String what, String remedy) {
    return new S3Trouble(what, remedy, true);
  }

  static S3Trouble of(Throwable thrown, S3Settings s3) {
    return thrown instanceof S3Exception e ? answered(e, s3) : unanswered(thrown, s3);
  }

  private static S3Trouble answered(S3Exception e, S3Settings s3) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(e.awsErrorDetails());
    String code = details.map(AwsErrorDetails::errorCode).orElse("");
    return switch (code) {
      case "NoSuchBucket" ->
          lasting(
              "there is no such bucket%s".formatted(place(s3)),
              "Make it (docs/photos-on-s3.md), or correct snapfleet.s3.bucket.");
      case "InvalidAccessKeyId" ->
          lasting("the access key is not known there", "Are the credentials for that account?");
      case "SignatureDoesNotMatch" ->
          lasting("the secret key is wrong", "Correct the credentials (AWS_SECRET_ACCESS_KEY).");
      case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" ->
          lasting("the credentials have expired", "Get new ones; an instance role renews its own.");
      case "RequestTimeTooSkewed", "RequestExpired" ->
          lasting(
              "this machine's clock is wrong",
              "Let it follow a time server (timedatectl, chrony).");
      case "AuthorizationHeaderMalformed",
          "PermanentRedirect",
          "TemporaryRedirect",
          "IllegalLocationConstraintException" ->
          otherRegion(details);
      case "ConditionalRequestConflict", "OperationAborted" -> CONTESTED;
      case "SlowDown", "ServiceUnavailable", "RequestLimitExceeded" -> SLOW_DOWN;
      default -> byStatus(e, code, s3);
    };
  }

  private static S3Trouble byStatus(S3Exception e, String code, S3Settings s3) {
    String said = code.isEmpty() ? "status " + e.statusCode() : code;
    if (code.startsWith("KMS.")) {
      return lasting(
          "the key snapfleet.s3.kms-key cannot be used (%s)".formatted(said),
          "Is it enabled, in the bucket's region, and may this role use it?");
    } else if (e.statusCode() == 403) {
      return lasting(
          "these credentials may not do what is needed (%s)".formatted(said),
          "Give the role the rights of docs/photos-on-s3.md%s."
              .formatted(s3.kmsKey().isPresent() ? ", those for the KMS key too" : ""));
    } else if (e.statusCode() == 301) {
      return otherRegion(Optional.ofNullable(e.awsErrorDetails()));
    }
    return e.statusCode() >= 500
        ? passing("it failed (%s)".formatted(said), "It passes; see the AWS Health Dashboard.")
        : lasting("it refused (%s)".formatted(said), "Is snapfleet.s3.endpoint really S3's?");
  }

  private static S3Trouble otherRegion(Optional<AwsErrorDetails> details) {
    String region =
        details
            .flatMap(d -> d.sdkHttpResponse().firstMatchingHeader("x-amz-bucket-region"))
            .orElse("the bucket's");
    return lasting(
        "the bucket is in another region", "Set snapfleet.aws.region to %s.".formatted(region));
  }

  private static String place(S3Settings s3) {
    return s3.endpoint().map(url -> " at " + url).orElse("");
  }

  private static S3Trouble unanswered(Throwable thrown, S3Settings s3) {
    return switch (AwsSilence.of(thrown)) {
      case NO_CREDENTIALS -> NO_CREDENTIALS;
      case NO_REGION -> NO_REGION;
      case TOO_LATE -> SILENT;
      case UNKNOWN_HOST ->
          passing(
              "its host's name is not known here" + place(s3),
              "Are snapfleet.s3.endpoint and snapfleet.aws.region right, and does DNS work?");
      case REFUSED ->
          passing(
              "nothing listens%s: the connection was refused".formatted(place(s3)),
              "Is it started, and is snapfleet.s3.endpoint right?");
      case CUT -> CUT;
    };
  }
}
