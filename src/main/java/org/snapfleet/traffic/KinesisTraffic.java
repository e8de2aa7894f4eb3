package org.snapfleet.traffic;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.snapfleet.fleet.Instance;
import org.snapfleet.fleet.Pause;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.kinesis.DataStream;

/** Puts together what {@code snapfleet.traffic=kinesis} needs. */
@Dependent
class KinesisTraffic {
  private final Settings settings;
  private final Instance instance;
  private final Boot boot;
  private final Drops drops;
  private final StreamMetrics metrics;
  private final Repeating repeating;

  @Resource private ManagedThreadFactory threads;

  @Inject
  KinesisTraffic(
      Settings settings,
      Instance instance,
      Boot boot,
      Drops drops,
      StreamMetrics metrics,
      Repeating repeating) {
    this.settings = settings;
    this.instance = instance;
    this.boot = boot;
    this.drops = drops;
    this.metrics = metrics;
    this.repeating = repeating;
  }

  /** One that begins to send as soon as the deployment is over. */
  KinesisSink sink() {
    RecordBuffer buffer = new RecordBuffer();
    Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    Sender sender =
        new Sender(
            buffer,
            new Load(buffer, new RecordJson(boot, instance.address()), drops, backoff),
            new DataStream(settings.traffic(), settings.aws()),
            metrics.counts(),
            backoff,
            System::nanoTime,
            Pause::real);
    KinesisSink sink = new KinesisSink(buffer, sender, drops, threads);
    metrics.show(sender);
    repeating.once("Sending the records of traffic", sink::start);
    return sink;
  }
}
