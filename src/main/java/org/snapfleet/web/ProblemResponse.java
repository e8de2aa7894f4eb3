package org.snapfleet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.snapfleet.http.Problem;
import org.snapfleet.http.RequestLanguage;

/** The API's answer where something was thrown. */
final class ProblemResponse {
  private ProblemResponse() {}

  static Response of(Throwable thrown, HttpServletRequest request) {
    Problem problem = Problems.of(thrown);
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(problem, RequestLanguage.of(request)).toString());
    problem
        .retryAfter()
        .ifPresent(pause -> response.header(HttpHeaders.RETRY_AFTER, pause.toSeconds()));
    if (thrown instanceof WebApplicationException e) {
      response.header(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }
}
