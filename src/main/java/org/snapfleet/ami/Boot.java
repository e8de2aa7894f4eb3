package org.snapfleet.ami;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * From the instance's user data to the service's environment.
 *
 * @param levels the folder with the levels' files
 * @param sources gives what the values refer to, in a region
 * @param volumes gives who attaches one, in a region
 */
record Boot(
    InstanceMetadata metadata,
    Path levels,
    ServiceFolder folder,
    Function<String, AwsValues> sources,
    Function<String, DataVolume> volumes) {
  private static final String LEVEL_FILE = "SNAPFLEET_LEVEL_FILE";
  private static final String VOLUME = "DATA_VOLUME";

  void run() {
    UserData data = UserData.parse(metadata.userData());
    String region = region(data);
    Map<String, String> environment = new LinkedHashMap<>();
    data.level().ifPresent(level -> environment.put(LEVEL_FILE, levelFile(level)));
    try (AwsValues values = sources.apply(region)) {
      References references = new References(values, folder::secret);
      data.values()
          .forEach((name, value) -> environment.put(name, references.resolve(name, value)));
    }
    if (environment.containsKey(VOLUME)) {
      volumes.apply(region).attach(environment.get(VOLUME), metadata.instanceId());
    }
    folder.environment(environment);
  }

  private String region(UserData data) {
    return Optional.ofNullable(data.values().get("SNAPFLEET_AWS_REGION"))
        .or(() -> Optional.ofNullable(data.values().get("AWS_REGION")))
        .orElseGet(metadata::region);
  }

  private String levelFile(String level) {
    Path file = levels.resolve("level-%s.properties".formatted(level));
    if (!level.matches("[0-9a-z-]+") || !Files.isReadable(file)) {
      throw new BootFailedException(
          "snapfleet.level=%s is not accepted; accepted: the levels in %s"
              .formatted(level, levels));
    }
    return file.toString();
  }
}
