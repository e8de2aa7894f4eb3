package org.snapfleet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.snapfleet.http.Problem;
import org.snapfleet.http.RequestLanguage;

/** Answers of the API where something was thrown. */
@Provider
public class ApiErrors implements ExceptionMapper<Throwable> {
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem problem = Problems.of(thrown);
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(problem, RequestLanguage.of(request)).toString());
    problem.retryAfter().ifPresent(pause -> response.header("Retry-After", pause.toSeconds()));
    return response.build();
  }
}
