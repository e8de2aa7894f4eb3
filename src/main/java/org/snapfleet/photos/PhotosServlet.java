package org.snapfleet.photos;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Language;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.http.View;

/** {@code /photos/…}: a photo's page, and the forms that upload, change, share and remove. */
@WebServlet(
    value = {"/photos", "/photos/*"},
    asyncSupported = true)
public class PhotosServlet extends HttpServlet {
  private static final Pattern ACTION =
      Pattern.compile("/([^/]+)(?:/(caption|visibility|links|delete))?");

  @Inject private transient PhotoAccess access;
  @Inject private transient SinglePhoto photo;
  @Inject private transient ListPage list;
  @Inject private transient UploadRequest uploads;
  @Inject private transient PhotoChanges changes;
  @Inject private transient ShareLinks shares;

  /** What a page shows of a file that was refused. */
  public record RefusedView(String name, String reason) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (path(request).isEmpty()) {
      Redirect.to("/", response);
      return;
    }
    Matcher action = action(request);
    if (action.group(2) != null) {
      throw new Problem(405, "method.not-allowed");
    }
    page(PhotoId.parse(action.group(1)), request, response).show();
  }

  private View page(PhotoId id, HttpServletRequest request, HttpServletResponse response) {
    return photo.of(access.shown(id, request), request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (path(request).isEmpty()) {
      upload(request, response);
      return;
    }
    Matcher action = action(request);
    PhotoId id = PhotoId.parse(action.group(1));
    switch (String.valueOf(action.group(2))) {
      case "delete" -> {
        changes.remove(id);
        Redirect.to("/", response);
      }
      case "caption", "visibility", "links" -> change(id, action.group(2), request, response);
      default -> throw new Problem(405, "method.not-allowed");
    }
  }

  private void change(
      PhotoId id, String what, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      Redirect.to(changed(id, what, request), response);
    } catch (Problem problem) {
      if (problem.status() != 409 && problem.status() != 422) {
        throw problem;
      }
      page(id, request, response).problem(problem).show();
    }
  }

  /** Where to look then: after a new link, the page as those see it who have the link. */
  private String changed(PhotoId id, String what, HttpServletRequest request) throws IOException {
    switch (what) {
      case "caption" -> changes.changeCaption(id, FormFields.text(request, what));
      case "visibility" -> changes.changeVisibility(id, FormFields.text(request, what));
      default -> {
        return shares.make(changes.endShareLinks(id), request).path();
      }
    }
    return PhotoPaths.photo(id);
  }

  private void upload(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      UploadOutcome outcome = uploads.handle(request);
      if (outcome.refused().isEmpty()) {
        Redirect.to(listWith(outcome), response);
      } else {
        showRefused(outcome, request, response);
      }
    } catch (Problem problem) {
      list.front(request, response).problem(problem).show();
    }
  }

  /** The list in which the new photos are. */
  private static String listWith(UploadOutcome outcome) {
    return outcome.visibility().isListed()
        ? "/"
        : PhotoPaths.person(outcome.stored().get(0).ownerName());
  }

  private void showRefused(
      UploadOutcome outcome, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Language language = RequestLanguage.of(request);
    List<RefusedView> refused =
        outcome.refused().stream()
            .map(file -> new RefusedView(file.name(), file.problem().detail(language)))
            .toList();
    list.front(request, response)
        .with("refused", refused)
        .with(
            View.FORM,
            Map.of("caption", outcome.caption().text(), "visibility", outcome.visibility().text()))
        .status(outcome.refused().get(0).problem().status())
        .show();
  }

  private static Matcher action(HttpServletRequest request) {
    Matcher matcher = ACTION.matcher(path(request));
    if (!matcher.matches()) {
      throw new Problem(404, "page.unknown");
    }
    return matcher;
  }

  private static String path(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null || path.equals("/") ? "" : path;
  }
}
