package org.snapfleet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The same for what Jersey would answer by a mapper of its own, with an HTML page. */
@Provider
public class ApiTransactionErrors implements ExceptionMapper<TransactionalException> {
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(TransactionalException thrown) {
    return ProblemResponse.of(thrown, request);
  }
}
