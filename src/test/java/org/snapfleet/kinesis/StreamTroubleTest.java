package org.snapfleet.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.fleet.TrafficSettings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;

class StreamTroubleTest {
  private static final TrafficSettings SETTINGS =
      new TrafficSettings(
          TrafficSettings.Way.KINESIS, "web-access-log", Optional.of(URI.create("http://here:1")));

  @ParameterizedTest
  @CsvSource({
    "400, ResourceNotFoundException, gone, there is no such stream at http://here:1",
    "400, ResourceInUseException, busy, it is being made or deleted",
    "400, ProvisionedThroughputExceededException, slow, more than its shards can take",
    "400, LimitExceededException, slow, more than its shards can take",
    "400, AccessDeniedException, no, kinesis:PutRecords and kinesis:DescribeStreamSummary",
    "400, UnrecognizedClientException, who, the access key is not known there",
    "400, ExpiredTokenException, old, the credentials have expired",
    "403, InvalidSignatureException, 'Signature expired: 1 is earlier', clock is wrong",
    "403, InvalidSignatureException, 'Signature not yet current: 1', clock is wrong",
    "403, InvalidSignatureException, 'The request signature', the secret key is wrong",
    "400, KMSAccessDeniedException, no, kms:GenerateDataKey",
    "500, InternalFailure, oh, it failed (InternalFailure)",
    "404, '', no, snapfleet.kinesis.endpoint really Kinesis'",
  })
  void anErrorsCodeSaysWhy(int status, String code, String message, String told) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    StreamTrouble trouble =
        StreamTrouble.of(
            KinesisException.builder().statusCode(status).awsErrorDetails(details).build(),
            SETTINGS);

    assertThat(trouble.text()).contains(told);
    assertThat(trouble.isThrottle()).isEqualTo(message.equals("slow"));
  }

  @Test
  void theNetworkSaysWhy() {
    assertThat(told(new SocketTimeoutException("Read timed out"))).contains("security group");
    assertThat(told(ApiCallTimeoutException.create(5))).contains("no answer in time");
    assertThat(told(new ConnectException("refused"))).contains("nothing listens at http://here:1");
    assertThat(told(new UnknownHostException("here"))).contains("name is not known here");
    assertThat(told(new IllegalStateException("x"))).contains("the line was cut");
  }

  private static String told(Exception thrown) {
    return StreamTrouble.of(SdkClientException.create("failed", thrown), SETTINGS).text();
  }
}
