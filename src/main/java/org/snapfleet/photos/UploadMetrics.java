package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.snapfleet.http.Problem;

/** What {@code /metrics} tells of uploads. */
@Dependent
class UploadMetrics {
  private static final String NAME = "snapfleet_uploads";
  private static final String WHAT = "Photos that were sent, by what became of them";

  private final Counter stored;
  private final Counter refused;
  private final Counter failed;

  @Inject
  UploadMetrics(
      @Metric(name = NAME, absolute = true, tags = "outcome=stored", description = WHAT)
          Counter stored,
      @Metric(name = NAME, absolute = true, tags = "outcome=refused", description = WHAT)
          Counter refused,
      @Metric(name = NAME, absolute = true, tags = "outcome=failed", description = WHAT)
          Counter failed) {
    this.stored = stored;
    this.refused = refused;
    this.failed = failed;
  }

  /** An upload of one photo. */
  @FunctionalInterface
  interface Upload {
    PhotoCard carryOut() throws IOException;
  }

  PhotoCard counted(Upload upload) throws IOException {
    try {
      PhotoCard card = upload.carryOut();
      stored.inc();
      return card;
    } catch (Problem e) {
      (e.status() < 500 ? refused : failed).inc();
      throw e;
    } catch (IOException | RuntimeException e) {
      failed.inc();
      throw e;
    }
  }
}
