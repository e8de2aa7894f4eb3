package org.snapfleet.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.snapfleet.http.ClientGone;
import org.snapfleet.http.Problem;

/** Where the container sends what it refused itself, by {@code web.xml}. */
@WebServlet(ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {
  static final String PATH = "/problem";

  @Inject private transient ErrorAnswer answer;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable throwable && ClientGone.is(throwable)) {
      return;
    }
    answer.give(problem(status, thrown), request, response);
  }

  /** Asked for by its own address, there is nothing here. */
  private static Problem problem(Object status, Object thrown) {
    if (thrown instanceof Throwable throwable) {
      return Problems.of(throwable);
    }
    return Problems.ofStatus(status instanceof Integer code ? code : 404);
  }
}
