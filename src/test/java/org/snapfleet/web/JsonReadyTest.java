package org.snapfleet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The container's resolver takes no second caller while the first is in it. */
class JsonReadyTest {
  private static final int REQUESTS = 8;

  private final SlowResolver resolver = new SlowResolver();
  private final JsonReady ready = new JsonReady();

  @Test
  void oneOfManyFirstRequestsAsksAndTheOthersWaitForIt() {
    ready.providers = resolver;
    CyclicBarrier start = new CyclicBarrier(REQUESTS);
    ExecutorService requests = Executors.newFixedThreadPool(REQUESTS);
    try {
      assertThat(
              IntStream.range(0, REQUESTS)
                  .mapToObj(i -> requests.submit(() -> answeredAfterFilter(start)))
                  .toList())
          .allSatisfy(found -> assertThat(found.get()).isEqualTo(1));
    } finally {
      requests.shutdown();
    }
  }

  /** How many times the resolver had been asked to the end, once the filter let a request by. */
  private int answeredAfterFilter(CyclicBarrier start) throws Exception {
    start.await();
    ready.filter(null);
    return resolver.answered.get();
  }

  private static final class SlowResolver implements Providers, ContextResolver<Jsonb> {
    private final AtomicInteger answered = new AtomicInteger();

    @Override
    public Jsonb getContext(Class<?> type) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      answered.incrementAndGet();
      return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ContextResolver<T> getContextResolver(Class<T> context, MediaType type) {
      return (ContextResolver<T>) this;
    }

    @Override
    public <T> MessageBodyReader<T> getMessageBodyReader(
        Class<T> type, Type generic, Annotation[] annotations, MediaType media) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> MessageBodyWriter<T> getMessageBodyWriter(
        Class<T> type, Type generic, Annotation[] annotations, MediaType media) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T extends Throwable> ExceptionMapper<T> getExceptionMapper(Class<T> type) {
      throw new UnsupportedOperationException();
    }
  }
}
