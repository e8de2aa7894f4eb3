package org.snapfleet.photos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snapfleet.cache.ChangesFrontPage;

/** One class changes photos' rows, so that no change can forget to tell the front page's cache. */
@AnalyzeClasses(packages = "org.snapfleet", importOptions = ImportOption.DoNotIncludeTests.class)
class PhotoRowWritersTest {
  private static final Pattern WRITES =
      Pattern.compile("(?i)(update|insert\\s+into|delete\\s+from)\\s+photo\\b");

  @ArchTest
  static final ArchRule onlyPhotosMakesAndChangesThem =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Photos.class, Photo.class)
          .should()
          .callMethod(Photo.class, "changeCaption", Caption.class)
          .orShould()
          .callMethod(Photo.class, "place", StoredRenditions.class, Visibility.class)
          .orShould()
          .callConstructor(Photo.class, PhotoId.class, NewPhoto.class, StoredRenditions.class);

  @Test
  void allOfItsMethodsTellTheCache() {
    assertThat(Photos.class).hasAnnotation(ChangesFrontPage.class);
  }

  /** The command that moves photos has no cache to tell: it lets old bytes lie for a while. */
  @Test
  void noOtherStatementChangesTheirTable() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(sources.filter(Files::isRegularFile).filter(PhotoRowWritersTest::writes))
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("Photos.java", "PhotoRows.java");
    }
  }

  private static boolean writes(Path source) {
    try {
      return WRITES.matcher(Files.readString(source)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
