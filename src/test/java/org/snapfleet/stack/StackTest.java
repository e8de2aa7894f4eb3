package org.snapfleet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stack makes, level by level: that it stands by itself, and loses no data. */
class StackTest {
  private static final Template STACK = Template.stack();

  private static final Set<String> WITH_DATA =
      Set.of(
          "AWS::RDS::DBCluster",
          "AWS::EFS::FileSystem",
          "AWS::S3::Bucket",
          "AWS::EC2::Volume",
          "AWS::Kinesis::Stream",
          "AWS::DynamoDB::Table");

  @ParameterizedTest
  @MethodSource("org.snapfleet.stack.Sizes#all")
  void nothingLeansOnWhatIsNotMade(Map<String, Object> parameters) {
    assertThatCode(() -> STACK.with(parameters)).doesNotThrowAnyException();
  }

  /** So that the silence above is known to mean something. */
  @Test
  void whatLeansOnNothingIsFound() {
    Map<String, Object> sections = Values.map(Template.stack().sections());
    sections.put(
        "Outputs", Map.of("Lost", Map.of("Value", Map.of("Fn::GetAtt", "Distribution.Id"))));

    assertThatThrownBy(() -> new Template(sections).with(Sizes.level(1)))
        .hasMessageContaining("Distribution is not made");
  }

  @Test
  void levelZeroIsOneInstanceWithEverythingOnIt() {
    Deployed alone = STACK.with(Sizes.level(0));

    assertThat(alone.resource("Instances").properties())
        .containsEntry("MinSize", "1")
        .containsEntry("MaxSize", "1");
    assertThat(alone.resource("Instances").property("VPCZoneIdentifier"))
        .isEqualTo(List.of("<AppA>"));
    assertThat(alone.has("Volume")).isTrue();
    assertThat(alone.resources("AWS::EC2::NatGateway")).hasSize(1);
    assertThat(alone.resources())
        .extracting(Resource::type)
        .noneMatch(type -> type.startsWith("AWS::RDS::") || type.startsWith("AWS::ElastiCache::"));
  }

  /** So that they can be moved, the folder may stay, and the bucket is there before. */
  @Test
  void photosLieInAFolderAtLevelOneAndInABucketFromLevelTwo() {
    assertThat(STACK.with(Sizes.level(1)).has("FilesAccess")).isTrue();
    assertThat(STACK.with(Sizes.level(1)).has("Photos")).isTrue();
    assertThat(STACK.with(Sizes.level(2)).has("FilesAccess")).isFalse();
    assertThat(STACK.with(Sizes.level(2, "Folder", "yes")).has("FilesAccess")).isTrue();
    assertThat(STACK.with(Sizes.level(0, "Folder", "yes")).has("FilesAccess")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void theEdgeComesAtLevelFive(int level) {
    assertThat(STACK.with(Sizes.level(level)).has("Distribution")).isTrue();
    assertThat(STACK.with(Sizes.level(4)).has("Distribution")).isFalse();
  }

  @Test
  void theStreamComesAtLevelSix() {
    assertThat(STACK.with(Sizes.level(5)).has("AccessStream")).isFalse();
    assertThat(STACK.with(Sizes.level(6)).has("AccessStream")).isTrue();
  }

  @Test
  void theCacheIsOneOfTwo() {
    assertThat(STACK.with(Sizes.level(1)).resource("Valkey").properties())
        .containsEntry("TransitEncryptionEnabled", true)
        .containsEntry("AuthToken", "{{resolve:secretsmanager:<CacheToken>}}");
    Deployed other = STACK.with(Sizes.level(1, "Cache", "memcached"));
    assertThat(other.has("Valkey")).isFalse();
    assertThat(other.resource("Memcached").property("NumCacheNodes")).isEqualTo(3);
  }

  @Test
  void whatHasDataOutlivesTheStack() {
    List<Resource> kept =
        STACK.resources().stream()
            .filter(r -> WITH_DATA.contains(r.type()) || r.name().equals("MariaDb"))
            .toList();

    assertThat(kept).extracting(Resource::type).containsAll(WITH_DATA);
    assertThat(kept)
        .allSatisfy(
            resource -> {
              assertThat(resource.attribute("DeletionPolicy"))
                  .as(resource.name())
                  .isIn("RetainExceptOnCreate", "Snapshot");
              assertThat(resource.attribute("UpdateReplacePolicy")).isIn("Retain", "Snapshot");
            });
  }

  @Test
  void theDatabaseIsKeptTwiceEncryptedAndBackedUp() {
    assertThat(STACK.with(Sizes.level(1)).resource("MariaDb").properties())
        .containsEntry("MultiAZ", true)
        .containsEntry("StorageEncrypted", true)
        .containsEntry("ManageMasterUserPassword", true)
        .containsEntry("DeletionProtection", true)
        .containsEntry("PubliclyAccessible", false)
        .containsEntry("BackupRetentionPeriod", 7);
    assertThat(STACK.with(Sizes.level(1, "Protect", "no")).resource("MariaDb").properties())
        .containsEntry("DeletionProtection", false);
  }

  @Test
  void entriesAndTheStreamCanBeRecovered() {
    Deployed all = STACK.with(Sizes.level(6, "Raffle", "dynamodb"));

    assertThat(all.resource("Entries").properties())
        .containsEntry(
            "PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
        .containsEntry(
            "TimeToLiveSpecification", Map.of("AttributeName", "expires", "Enabled", true));
    assertThat(all.resource("AccessStream").property("RetentionPeriodHours")).isEqualTo(24);
  }
}
