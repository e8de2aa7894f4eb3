package org.snapfleet.raffle;

import java.util.Optional;
import org.snapfleet.fleet.AwsSilence;
import org.snapfleet.fleet.RaffleSettings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Why DynamoDB did not do what was asked, by its error codes (DynamoDB Developer Guide, "Error
 * handling") and by what the network threw.
 *
 * @param what the likely cause
 * @param remedy what to do
 * @param isOutage whether it may pass by itself
 */
public record DynamoTrouble(String what, String remedy, boolean isOutage) {
  static final DynamoTrouble SILENT =
      passing(
          "no answer in time",
          "Does a firewall drop what is sent? In a VPC it needs a gateway endpoint or a NAT.");
  private static final DynamoTrouble CUT =
      passing("the line was cut", "Where it goes on: is a proxy or firewall in the way?");
  private static final DynamoTrouble NO_CREDENTIALS =
      lasting(
          "there are no credentials",
          "On EC2, give the instance a role; elsewhere set AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.");
  private static final DynamoTrouble NO_REGION =
      lasting("there is no region", "Set snapfleet.aws.region to the table's.");

  /** In one line. */
  String text() {
    return "%s. %s".formatted(what, remedy).strip();
  }

  private static DynamoTrouble lasting(String what, String remedy) {
    return new DynamoTrouble(what, remedy, false);
  }

  private static DynamoTrouble passing(String what, String remedy) {
    return new DynamoTrouble(what, remedy, true);
  }

  static DynamoTrouble of(Throwable thrown, RaffleSettings raffle) {
    return thrown instanceof DynamoDbException e ? answered(e) : unanswered(thrown, raffle);
  }

  private static DynamoTrouble answered(DynamoDbException e) {
    String code =
        Optional.ofNullable(e.awsErrorDetails())
            .map(AwsErrorDetails::errorCode)
            .orElse("status " + e.statusCode());
    return switch (code) {
      case "ResourceNotFoundException" ->
          lasting(
              "there is no such table in that region",
              "Make it (docs/how-the-raffle-works.md), or correct snapfleet.dynamodb.table and"
                  + " snapfleet.aws.region.");
      case "UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException" ->
          lasting(
              "the credentials are not accepted (%s)".formatted(code),
              "Correct or renew them; an instance role renews its own.");
      case "AccessDeniedException" ->
          lasting(
              "these credentials may not do what is needed",
              "Give the role the rights of docs/how-the-raffle-works.md.");
      case "ProvisionedThroughputExceededException",
          "ThrottlingException",
          "RequestLimitExceeded" ->
          passing(
              "it asks to slow down (%s)".formatted(code),
              "It passes; a table with on-demand capacity grows by itself.");
      default ->
          e.statusCode() >= 500
              ? passing(
                  "it failed (%s)".formatted(code), "It passes; see the AWS Health Dashboard.")
              : lasting(
                  "it refused (%s)".formatted(code),
                  "Has the table the keys of docs/how-the-raffle-works.md?");
    };
  }

  private static DynamoTrouble unanswered(Throwable thrown, RaffleSettings raffle) {
    String place = raffle.endpoint().map(url -> " at " + url).orElse("");
    return switch (AwsSilence.of(thrown)) {
      case NO_CREDENTIALS -> NO_CREDENTIALS;
      case NO_REGION -> NO_REGION;
      case TOO_LATE -> SILENT;
      case UNKNOWN_HOST ->
          passing(
              "its host's name is not known here" + place,
              "Are snapfleet.dynamodb.endpoint and snapfleet.aws.region right, and does DNS work?");
      case REFUSED ->
          passing(
              "nothing listens%s: the connection was refused".formatted(place),
              "Is it started, and is snapfleet.dynamodb.endpoint right?");
      case CUT -> CUT;
    };
  }
}
