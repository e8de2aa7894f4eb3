package org.snapfleet.photos;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** The front page: the latest photos. */
@WebServlet(value = "", asyncSupported = true)
public class FrontServlet extends HttpServlet {
  /** Queries by which nothing else is asked for. */
  private static final Set<String> PLAIN = Set.of("", "lang=en", "lang=zh");

  @Inject private transient ListPage list;
  @Inject private transient FrontPage first;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (isPlain(request)) {
      first.answer(request, response);
    } else {
      list.front(request, response).show();
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (isPlain(request)) {
      first.answer(request, response);
    } else {
      super.doHead(request, response);
    }
  }

  /** Whatever else the address has, such as path parameters, may show on the page. */
  private static boolean isPlain(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI().equals("/") && (query == null || PLAIN.contains(query));
  }
}
