package org.snapfleet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers of the API where something was thrown. */
@Provider
public class ApiErrors implements ExceptionMapper<Throwable> {
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    return ProblemResponse.of(thrown, request);
  }
}
