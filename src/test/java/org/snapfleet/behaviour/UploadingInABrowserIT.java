package org.snapfleet.behaviour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Chromium;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** Sharing photos in a browser: chosen, dragged, pasted, and without JavaScript. */
@Tag("browser")
class UploadingInABrowserIT {
  private final Site site = Sites.open();
  private final String name = Names.fresh("sharer");

  @Test
  void aChosenPhotoIsPreviewedThenSharedWithItsCaption() {
    try (Chromium window = Chromium.desktop(site)) {
      Page page = window.signedIn(name);
      choose(page, file("harbour.jpg", Pictures.jpeg(320, 200)));

      Locator card = page.locator(".queue > li");
      assertThat(card).containsText("harbour.jpg");
      assertThat(card.locator(".preview img, .preview canvas")).isVisible();
      card.locator(".caption").fill("The harbour");
      page.locator("#upload .send").click();

      assertThat(page.locator("#upload .status")).containsText("Shared: 1");
      assertThat(page.locator("#photos li").first()).containsText("The harbour");
      page.reload();
      assertThat(page.locator("#photos li").first()).containsText("The harbour");
    }
  }

  @Test
  void theProgressOfAnUploadIsSeen() {
    try (Chromium window = Chromium.desktop(site)) {
      Page page = window.signedIn(name);
      // A slow line: each photo is held up until the test lets it go.
      java.util.List<com.microsoft.playwright.Route> held =
          new java.util.concurrent.CopyOnWriteArrayList<>();
      page.route("**/api/photos", held::add);
      choose(page, file("slow.jpg", Pictures.jpeg(320, 200)));
      page.locator("#upload .send").click();

      assertThat(page.locator(".queue progress")).isVisible();
      assertThat(page.locator(".queue .state")).not().isEmpty();

      page.waitForCondition(() -> !held.isEmpty());
      held.get(0).resume();
      assertThat(page.locator("#upload .status")).containsText("Shared: 1");
      assertThat(page.locator(".queue > li")).hasCount(0);
    }
  }

  @Test
  void eachFilesErrorStandsBesideItAndTheOthersAreShared() {
    try (Chromium window = Chromium.desktop(site)) {
      Page page = window.signedIn(name);
      choose(
          page,
          file("good.jpg", Pictures.jpeg(321, 200)),
          file("text.jpg", "no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
          file("cut.jpg", Pictures.cutShort(Pictures.jpeg(400, 300))));
      page.locator("#upload .send").click();

      assertThat(page.locator(".queue > li")).hasCount(2);
      assertThat(card(page, "text.jpg").locator(".error")).containsText("not a photo");
      assertThat(card(page, "cut.jpg").locator(".error")).containsText("ends too early");
      assertThat(page.locator("#upload .status")).containsText("Not shared: 2");
      window.expectingComplaintsLike("Failed to load resource");
    }
  }

  @Test
  void theBrowserGetsToReadThatAFileIsTooLarge() {
    try (Chromium window = Chromium.desktop(site)) {
      Page page = window.signedIn(name);
      Object answer =
          page.evaluate(
              "async () => { const body = new FormData();"
                  + " body.append('photo', new Blob([new Uint8Array(32 * 1024 * 1024 + 1)]), 'b');"
                  + " const answer = await fetch('/api/photos', {method: 'POST', body});"
                  + " return answer.status + ' ' + (await answer.json()).detail; }");

      assertThat((String) answer).startsWith("413 ").contains("32 MiB");
      window.expectingComplaintsLike("Failed to load resource");
    }
  }

  @Test
  void aPhotoIsSharedByDraggingItOntoThePage() {
    try (Chromium window = Chromium.desktop(site)) {
      Page page = window.signedIn(name);

      page.evaluate(
          TRANSFER
              + "['dragover', 'drop'].forEach(type => document.body.dispatchEvent("
              + "new DragEvent(type, {dataTransfer: transfer, bubbles: true, cancelable: true})))}",
          Base64.getEncoder().encodeToString(Pictures.jpeg(322, 200)));

      assertThat(page.locator(".queue > li")).containsText("moved.jpg");
      page.locator("#upload .send").click();
      assertThat(page.locator("#upload .status")).containsText("Shared: 1");
    }
  }

  @Test
  void aPhotoIsSharedByPastingIt() {
    try (Chromium window = Chromium.desktop(site)) {
      Page page = window.signedIn(name);

      page.evaluate(
          TRANSFER
              + "document.body.dispatchEvent(new ClipboardEvent('paste',"
              + " {clipboardData: transfer, bubbles: true, cancelable: true}))}",
          Base64.getEncoder().encodeToString(Pictures.jpeg(323, 200)));

      assertThat(page.locator(".queue > li")).containsText("moved.jpg");
      page.locator("#upload .send").click();
      assertThat(page.locator("#upload .status")).containsText("Shared: 1");
    }
  }

  private static final String TRANSFER =
      "base64 => { const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));"
          + " const transfer = new DataTransfer();"
          + " transfer.items.add(new File([bytes], 'moved.jpg', {type: 'image/jpeg'}));";

  @Test
  void withoutJavaScriptAPlainFormDoesTheSame() {
    try (Chromium window = Chromium.window(Chromium.options(site).setJavaScriptEnabled(false))) {
      Page page = window.signedIn(name);
      page.locator("#caption").fill("Without a script");
      choose(page, file("plain.jpg", Pictures.jpeg(324, 200)));
      page.locator("#upload .send").click();

      assertThat(page.locator("#photos li").first()).containsText("Without a script");

      choose(page, file("empty.jpg", new byte[0]));
      page.locator("#upload .send").click();
      assertThat(page.locator("[role=alert]").first()).containsText("0 bytes");
      assertThat(page.locator("[role=alert]").first()).containsText("empty.jpg");
      window.expectingComplaintsLike("Failed to load resource");
    }
  }

  @Test
  void thePhotosPageEditsAndDeletesWithoutJavaScriptToo() {
    String id = site.signedIn(name).upload(Pictures.jpeg(325, 200), "first words");
    try (Chromium window = Chromium.window(Chromium.options(site).setJavaScriptEnabled(false))) {
      Page page = window.signedIn(name);
      page.navigate("/photos/" + id);
      page.locator("details summary").first().click();
      page.locator("#caption").fill("other words");
      page.locator("form[action$='/caption'] button").click();
      assertThat(page.locator("h1")).containsText("other words");

      page.locator("details").last().locator("summary").click();
      page.locator("form[action$='/delete'] button").click();
      assertThat(page.locator("#upload")).isVisible();
      site.browser().get("/api/photos/" + id).expect(404);
    }
  }

  private static Locator card(Page page, String file) {
    return page.locator(".queue > li", new Page.LocatorOptions().setHasText(file));
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "image/jpeg", content);
  }

  private static void choose(Page page, FilePayload... files) {
    page.locator("#photo").setInputFiles(files);
  }
}
