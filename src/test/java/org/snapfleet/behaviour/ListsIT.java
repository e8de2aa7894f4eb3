package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The latest photos, by page, by person and as a feed. */
class ListsIT {
  private static final int MANY = 13;

  private final Site site = Sites.open();
  private final String name = Names.fresh("lister");
  private final Browser browser = site.signedIn(name);

  private List<String> uploadMany() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      newestFirst.add(0, browser.upload(Pictures.jpeg(40, 30), "list " + i));
    }
    return newestFirst;
  }

  @Test
  void pagesFollowEachOtherNewestFirstWithoutGapOrRepetition() {
    List<String> newestFirst = uploadMany();

    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          browser
              .get("/api/photos?limit=5&owner=" + name + (next.isEmpty() ? "" : "&before=" + next))
              .json();
      page.get("photos").forEach(photo -> seen.add(photo.get("id").asText()));
      next = page.get("next").asText("");
    } while (!next.isEmpty());

    assertThat(seen).isEqualTo(newestFirst);
  }

  @Test
  void aPhotoUploadedWhilePagingMovesNothing() {
    List<String> newestFirst = uploadMany();
    JsonNode first = browser.get("/api/photos?limit=5").json();
    assertThat(first.at("/photos/0/id").asText()).isEqualTo(newestFirst.get(0));

    browser.upload(Pictures.jpeg(40, 30), "meanwhile");
    JsonNode second =
        browser.get("/api/photos?limit=5&before=" + first.get("next").asText()).json();

    assertThat(second.at("/photos/0/id").asText()).isEqualTo(newestFirst.get(5));
  }

  @Test
  void theFrontPageShowsTheLatestTenAndLeadsToOlderOnes() {
    List<String> newestFirst = uploadMany();

    String page = browser.get("/").expect(200).text();

    assertThat(newestFirst.subList(0, 10)).allMatch(id -> page.contains("/photos/" + id));
    assertThat(newestFirst.subList(10, MANY)).noneMatch(id -> page.contains("/photos/" + id + '"'));
    assertThat(page).contains("/?before=" + newestFirst.get(9));
    assertThat(browser.get("/?before=" + newestFirst.get(9)).expect(200).text())
        .contains("/photos/" + newestFirst.get(10));
    assertThat(page).contains("Latest 10 photos read from the database");
  }

  @Test
  void theListSaysWhereItCameFromAndItsPhotosAreWhole() {
    String id = browser.upload(Pictures.jpeg(80, 60), "whole");

    JsonNode list = browser.get("/api/photos?limit=1").json();

    assertThat(list.get("source").asText()).isEqualTo("database");
    JsonNode photo = list.at("/photos/0");
    assertThat(photo.get("id").asText()).isEqualTo(id);
    assertThat(photo.get("owner").asText()).isEqualTo(name);
    assertThat(photo.get("caption").asText()).isEqualTo("whole");
    assertThat(photo.get("visibility").asText()).isEqualTo("public");
    assertThat(photo.get("uploadedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(photo.get("width").asInt()).isEqualTo(80);
    assertThat(photo.at("/links/page").asText()).isEqualTo("/photos/" + id);
  }

  @Test
  void aPersonsPageShowsTheirsOnly() {
    String mine = browser.upload(Pictures.jpeg(40, 30), "mine");
    String theirs = site.signedIn(Names.fresh("else")).upload(Pictures.jpeg(40, 30), "theirs");

    assertThat(site.browser().get("/people/" + name).expect(200).text())
        .contains("/photos/" + mine)
        .doesNotContain("/photos/" + theirs);
    site.browser().get("/people/nobody-of-this-name").expect(404);
    site.browser().get("/api/photos?owner=nobody-of-this-name").expectProblem(404);
  }

  @Test
  void aPhotosPageTellsOthersHowToShowIt() {
    String id = browser.upload(Pictures.jpeg(640, 480), "a caption for everyone");

    String page = site.browser().get("/photos/" + id).expect(200).text();

    assertThat(page)
        .containsPattern("<meta property=\"og:image\" content=\"http://127.0.0.1:\\d+/media/")
        .contains("og:title")
        .contains("alt=\"a caption for everyone\"")
        .contains("width=\"")
        .contains("height=\"");
  }

  @Test
  void theFeedIsWellFormedAtom() throws Exception {
    String id = browser.upload(Pictures.jpeg(40, 30), "5 < 6 & \"7\" \uD83D\uDCF7");

    Answer answer = site.browser().get("/feed.atom").expect(200);

    assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document feed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.bytes()));
    Element root = feed.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(root.getLocalName()).isEqualTo("feed");
    Element entry = (Element) root.getElementsByTagName("entry").item(0);
    assertThat(text(entry, "id")).isEqualTo("urn:uuid:" + id);
    assertThat(text(entry, "title")).isEqualTo("5 < 6 & \"7\" \uD83D\uDCF7");
    assertThat(text(entry, "name")).isEqualTo(name);
    for (String required : List.of("title", "id", "updated")) {
      assertThat(text(root, required)).isNotBlank();
    }
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }
}
