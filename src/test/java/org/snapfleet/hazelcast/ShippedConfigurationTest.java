package org.snapfleet.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.FileSystemXmlConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.spi.properties.ClusterProperty;
import com.hazelcast.spi.properties.HazelcastProperty;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The files of server-config that tell of the data grid. */
class ShippedConfigurationTest {

  /** Hazelcast checks it against its schema as it reads it. */
  @Test
  void theFileForAwsFindsMembersByTheirTagAndInNoOtherWay() throws FileNotFoundException {
    Config config = new FileSystemXmlConfig("server-config/hazelcast.xml");

    JoinConfig join = config.getNetworkConfig().getJoin();
    assertThat(join.getAwsConfig().isEnabled()).isTrue();
    assertThat(join.getAwsConfig().getProperties())
        .containsEntry("tag-key", "snapfleet:fleet")
        .containsEntry("tag-value", config.getClusterName())
        .containsEntry("hz-port", Integer.toString(config.getNetworkConfig().getPort()));
    assertThat(join.getMulticastConfig().isEnabled()).isFalse();
    assertThat(join.getTcpIpConfig().isEnabled()).isFalse();
    assertThat(join.getAutoDetectionConfig().isEnabled()).isFalse();
  }

  /** Hazelcast ignores a misspelt one in silence. */
  @Test
  void everyPropertyIsOneThatHazelcastKnows() throws IOException {
    Properties ours = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("server-config/hazelcast.properties"))) {
      ours.load(file);
    }
    List<String> known =
        Arrays.stream(ClusterProperty.class.getFields())
            .map(ShippedConfigurationTest::name)
            .toList();

    assertThat(known).containsAll(ours.stringPropertyNames());
  }

  private static String name(Field property) {
    try {
      return property.get(null) instanceof HazelcastProperty one ? one.getName() : "";
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
