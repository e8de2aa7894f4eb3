package org.snapfleet.fleet;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * For every client of AWS.
 *
 * @param region where it is not set, the SDK finds one: {@code AWS_REGION}, or this machine's
 */
public record AwsSettings(Optional<String> region) {
  private static final String REGION = "snapfleet.aws.region";
  private static final Pattern NAME = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d{1,2}");

  static AwsSettings read(SettingsReader reader) {
    Optional<String> region = reader.text(REGION);
    region
        .filter(name -> !NAME.matcher(name).matches())
        .ifPresent(
            name -> {
              throw new WrongSettingException(REGION, name, "a region's name, as eu-central-1");
            });
    return new AwsSettings(region);
  }
}
