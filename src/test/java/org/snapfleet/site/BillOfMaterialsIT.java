package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the WAR is made of is in its bill of materials. */
class BillOfMaterialsIT {
  private static final Path WAR = SiteCommand.built("snapfleet.war");
  private static final String LIBRARIES = "WEB-INF/lib/";

  private static List<String> libraries() throws Exception {
    try (JarFile war = new JarFile(WAR.toFile())) {
      return war.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
          .map(name -> name.substring(LIBRARIES.length()))
          .toList();
    }
  }

  @Test
  void everyLibraryIsListedWithItsVersion() throws Exception {
    JsonNode bill = new ObjectMapper().readTree(WAR.resolveSibling("bom.json").toFile());

    assertThat(bill.at("/bomFormat").asText()).isEqualTo("CycloneDX");
    List<String> listed =
        StreamSupport.stream(bill.at("/components").spliterator(), false)
            .map(one -> one.at("/name").asText() + "-" + one.at("/version").asText() + ".jar")
            .toList();
    assertThat(libraries()).hasSizeGreaterThan(10).allMatch(listed::contains);
    assertThat(bill.at("/components"))
        .allSatisfy(one -> assertThat(one.at("/purl").asText()).startsWith("pkg:maven/"));
  }
}
