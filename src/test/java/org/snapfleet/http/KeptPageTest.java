package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A page whose slots are filled anew for each visitor. */
class KeptPageTest {
  private static final String NAME = PageSlot.NAME.marker();
  private static final String SOURCE = PageSlot.SOURCE.marker();

  private static KeptPage page(String rendered) {
    return KeptPage.of(rendered.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<PageSlot, byte[]> filled(Map<PageSlot, String> shown) {
    return shown.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> PageSlot.filling(e.getValue())));
  }

  private static String text(KeptPage page, Map<PageSlot, String> shown) {
    return new String(page.plain(filled(shown)), StandardCharsets.UTF_8);
  }

  private static String unpacked(KeptPage page, Map<PageSlot, String> shown) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(page.gzipped(filled(shown))))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void eachSlotIsFilledWhereverItStands() {
    KeptPage page = page("<a href=\"/people/" + NAME + "\">☃ " + NAME + "</a>" + SOURCE);

    assertThat(text(page, Map.of(PageSlot.NAME, "Änne", PageSlot.SOURCE, "from the cache")))
        .isEqualTo("<a href=\"/people/Änne\">☃ Änne</a>from the cache");
  }

  @Test
  void indentationBetweenTagsIsLeftOutAndTextStaysAsItIs() {
    assertThat(text(page("<ul> \n\n    <li>\n      two\n      lines</li>\n  </ul>"), Map.of()))
        .isEqualTo("<ul>\n<li>\n      two\n      lines</li>\n</ul>");
  }

  @Test
  void whatIsPutInIsTextAndNeverMarkup() {
    assertThat(text(page("<b title='" + NAME + "'>"), Map.of(PageSlot.NAME, "<i>\"&'")))
        .isEqualTo("<b title='&lt;i&gt;&quot;&amp;&#39;'>");
  }

  @Test
  void whatLooksLikeAMarkerStaysAsItIs() {
    String caption = "slot0123456789abcdef0123456789abcdefA slot " + "A";

    assertThat(text(page(caption + SOURCE), Map.of(PageSlot.SOURCE, SOURCE.substring(0, 9))))
        .isEqualTo(caption + SOURCE.substring(0, 9));
  }

  @Test
  void whatIsPutInIsNotSearchedForMarkers() {
    assertThat(
            text(page(NAME + SOURCE), Map.of(PageSlot.NAME, SOURCE, PageSlot.SOURCE, "database")))
        .isEqualTo(SOURCE + "database");
  }

  @Test
  void compressedItIsTheSamePage() throws IOException {
    String tiles = "<li>a tile of the grid</li>".repeat(5_000);
    KeptPage page = page(tiles + NAME + "☃" + SOURCE + tiles);
    Map<PageSlot, String> shown =
        Map.of(PageSlot.NAME, "&".repeat(30_000), PageSlot.SOURCE, "database");

    assertThat(unpacked(page, shown)).isEqualTo(text(page, shown));
    assertThat(page.gzipped(filled(Map.of(PageSlot.NAME, "", PageSlot.SOURCE, ""))))
        .hasSizeLessThan(tiles.length() / 20);
  }

  @Test
  void aPageWithoutSlotsOrWithoutAnything() throws IOException {
    assertThat(unpacked(page("all"), Map.of())).isEqualTo("all");
    assertThat(unpacked(page(""), Map.of())).isEmpty();
  }

  @Test
  void theTagIsOverAllButWhatIsInTheSlots() {
    String tag = page("a" + NAME + "b").tag();

    assertThat(page("a" + NAME + "b").tag()).isEqualTo(tag).matches("[\\w-]{20}");
    assertThat(page("a" + SOURCE + "b").tag()).isNotEqualTo(tag);
    assertThat(page("a" + NAME + "c").tag()).isNotEqualTo(tag);
    assertThat(page("ab" + NAME).tag()).isNotEqualTo(tag);
  }
}
