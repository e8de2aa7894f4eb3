package org.snapfleet.web;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * Lets the first request find out alone how JSON is written, while others wait. Payara's own
 * resolver fills a plain list at its first use: two first requests at once were one 500 (a
 * ConcurrentModificationException in its JaxRSJsonContextResolver).
 */
@Provider
@PreMatching
public class JsonReady implements ContainerRequestFilter {
  private volatile boolean isReady;

  @Context Providers providers;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!isReady) {
      makeReady();
    }
  }

  private synchronized void makeReady() {
    if (!isReady) {
      providers
          .getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE)
          .getContext(Object.class);
      isReady = true;
    }
  }
}
