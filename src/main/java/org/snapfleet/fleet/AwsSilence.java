package org.snapfleet.fleet;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Why there is no answer of an AWS service at all, by what its client threw. */
public enum AwsSilence {
  NO_CREDENTIALS,
  NO_REGION,
  TOO_LATE,
  UNKNOWN_HOST,
  REFUSED,
  /** Anything else: the line broke. */
  CUT;

  /** What the SDK itself misses goes before what the network did, and there the root cause. */
  public static AwsSilence of(Throwable thrown) {
    AwsSilence silence = CUT;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage());
      if (message.startsWith("Unable to load credentials")) {
        return NO_CREDENTIALS;
      } else if (message.startsWith("Unable to load region")) {
        return NO_REGION;
      } else if (isTimeout(t)) {
        silence = TOO_LATE;
      } else if (t instanceof UnknownHostException) {
        silence = UNKNOWN_HOST;
      } else if (t instanceof ConnectException) {
        silence = REFUSED;
      }
    }
    return silence;
  }

  private static boolean isTimeout(Throwable t) {
    return t instanceof ApiCallTimeoutException
        || t instanceof ApiCallAttemptTimeoutException
        || t instanceof AbortedException
        || t instanceof SocketTimeoutException;
  }
}
