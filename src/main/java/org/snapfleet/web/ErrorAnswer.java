package org.snapfleet.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.snapfleet.http.Language;
import org.snapfleet.http.Problem;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.http.View;

/** Tells a problem: to people by a page, to programs by a problem document. */
@ApplicationScoped
class ErrorAnswer {
  /** Faces shows nothing to other methods. */
  private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD", "POST");

  /** What the error page shows. Public, as all that the expression language calls must be. */
  public record ErrorView(int status, String title, String detail) {}

  void give(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader("Cache-Control", "no-store");
    problem
        .retryAfter()
        .ifPresent(pause -> response.setHeader("Retry-After", Long.toString(pause.toSeconds())));
    if (problem.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
      response.setHeader("Allow", allowed(request.getMethod()));
    }
    if (wantsPage(request)) {
      showPage(problem, request, response);
    } else {
      writeDocument(problem, request, response);
    }
  }

  /** Pages take GET, forms POST, and no address anything else. */
  private static String allowed(String refused) {
    return switch (refused) {
      case "GET", "HEAD" -> "POST";
      case "POST" -> "GET, HEAD";
      default -> "GET, HEAD, POST";
    };
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accepted = request.getHeader("Accept");
    return PAGE_METHODS.contains(request.getMethod())
        && !request.getRequestURI().startsWith("/api/")
        && !request.getRequestURI().startsWith("/media/")
        && (accepted == null || accepted.contains("text/html") || accepted.contains("*/*"));
  }

  private static void showPage(
      Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Language language = RequestLanguage.of(request);
    View.of("error", request, response)
        .with(
            "error",
            new ErrorView(problem.status(), problem.title(language), problem.detail(language)))
        .show();
  }

  private static void writeDocument(
      Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] document =
        ProblemDocument.of(problem, RequestLanguage.of(request))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }
}
