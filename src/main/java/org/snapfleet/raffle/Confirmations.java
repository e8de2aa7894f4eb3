package org.snapfleet.raffle;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SmtpSettings;
import org.snapfleet.mail.Letter;
import org.snapfleet.mail.MailFailedException;
import org.snapfleet.mail.MailLine;

/**
 * Confirms entries by mail, in the background: nobody waits for it, and no entry fails by it. What
 * waits is in the heap of the instance that took the entry. What is still there when the instance
 * ends, or comes when there is no room, is not sent: the receipt was on the page all the same, and
 * the admin can remove an entry whose owner has no link.
 */
@ApplicationScoped
class Confirmations {
  private static final Logger LOG = Logger.getLogger(Confirmations.class.getName());
  private static final int ROOM = 20_000;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** For so long a letter is tried where the server does not take it now. */
  private static final Duration LIFE = Duration.ofHours(1);

  private final Optional<SmtpSettings> smtp;
  private final RaffleLetters letters;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(ROOM);
  private final AtomicLong unsent = new AtomicLong();

  @Inject
  Confirmations(Settings settings, RaffleLetters letters) {
    this.smtp = settings.smtp();
    this.letters = letters;
  }

  /** For the client proxy. */
  protected Confirmations() {
    this.smtp = Optional.empty();
    this.letters = null;
  }

  private record Waiting(Entered entered, long since) {
    boolean isTooOld() {
      return System.nanoTime() - since > LIFE.toNanos();
    }
  }

  void start(@Observes Startup event, Repeating repeating) {
    smtp.ifPresent(
        settings -> repeating.every(PAUSE, "Confirming entries by mail", () -> sendAll(settings)));
  }

  void remember(@Observes Entered entered) {
    if (smtp.isPresent() && !queue.offer(new Waiting(entered, System.nanoTime()))) {
      unsent.incrementAndGet();
    }
  }

  private void sendAll(SmtpSettings settings) {
    if (queue.isEmpty()) {
      return;
    }
    try (MailLine line = MailLine.open(settings, PATIENCE)) {
      Waiting next = queue.poll();
      while (next != null) {
        send(next, line);
        next = line.isOpen() ? queue.poll() : null;
      }
    } catch (MailFailedException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void send(Waiting waiting, MailLine line) throws MailFailedException {
    Letter letter = letters.confirmation(waiting.entered().raffle(), waiting.entered().entry());
    try {
      line.send(letter);
    } catch (MailFailedException e) {
      boolean later = e.kind() == MailFailedException.Kind.NOT_NOW;
      if (later && !waiting.isTooOld() && queue.offer(waiting)) {
        throw e; // after a pause
      }
      unsent.incrementAndGet();
    }
  }

  @PreDestroy
  void tell() {
    long lost = unsent.get() + queue.size();
    if (lost > 0) {
      LOG.log(Level.WARNING, "{0} entries were not confirmed by mail", lost);
    }
  }
}
