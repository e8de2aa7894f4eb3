package org.snapfleet.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page to show: its Facelet and what it shows, as request attributes. */
public final class View {
  /** The request attribute with the texts of problems to show. */
  public static final String PROBLEMS = "problems";

  /** The request attribute with what was typed, by the fields' names. */
  public static final String FORM = "form";

  /** The request attribute with what of the query belongs to the page's address. */
  public static final String QUERY = "query";

  private static final List<String> TYPED =
      List.of(
          "username", "caption", "email", "title", "closesAt", "source", "vouchers", "publicValue");

  private final String page;
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  private View(String page, HttpServletRequest request, HttpServletResponse response) {
    this.page = page;
    this.request = request;
    this.response = response;
  }

  /**
   * Begins a page.
   *
   * @param page the name of a file under {@code /pages}, without its ending
   */
  public static View of(String page, HttpServletRequest request, HttpServletResponse response) {
    return new View(page, request, response);
  }

  /**
   * Begins the page on which to sign in, for a page that is not for everyone; status 401.
   *
   * @param to where to go on then
   * @param problem why it is needed
   */
  public static View signIn(
      String to, String problem, HttpServletRequest request, HttpServletResponse response) {
    return of("login", request, response).with("to", to).problem(new Problem(401, problem));
  }

  /** Adds what the page shows under a name. */
  public View with(String name, Object value) {
    request.setAttribute(name, value);
    return this;
  }

  public View status(int status) {
    response.setStatus(status);
    return this;
  }

  /** Shows a problem on top of the page, with its status. */
  public View problem(Problem problem) {
    problem
        .retryAfter()
        .ifPresent(pause -> response.setHeader("Retry-After", Long.toString(pause.toSeconds())));
    request.setAttribute(PROBLEMS, List.of(problem.detail(RequestLanguage.of(request))));
    request.setAttribute(FORM, typed());
    return status(problem.status());
  }

  /** What was typed, to fill the form in again; never a password. */
  private Map<String, String> typed() {
    return TYPED.stream()
        .collect(Collectors.toMap(name -> name, name -> FormFields.text(request, name)));
  }

  /** Faces gets to see what was added here, and nothing else that the visitor sent. */
  public void show() throws ServletException, IOException {
    request
        .getRequestDispatcher("/pages/" + page + ".xhtml")
        .forward(new PlainRequest(request), response);
  }
}
