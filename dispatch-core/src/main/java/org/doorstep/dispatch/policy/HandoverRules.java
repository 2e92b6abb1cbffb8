package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceTerms;

/** How long handing over will take: the hospital's own word while it is young, else the usual. */
public final class HandoverRules {
  /** ENGINEERING DEFAULT, needs approval: a queue that was said before is another queue by now. */
  public static final Duration QUEUE_HOLDS = Duration.ofMinutes(30);

  /** From handover to clear; the target of the service. ENGINEERING DEFAULT, needs approval. */
  public static final Duration WRAP_UP = Duration.ofMinutes(15);

  private HandoverRules() {}

  /**
   * What a crew has to expect.
   *
   * @param arrivesAt what is usual depends on the hour
   * @return empty where neither is known
   */
  public static Optional<ExpectedHandover> expect(
      ServiceDirectory directory,
      Service service,
      Optional<QueueWord> queue,
      Instant now,
      Instant arrivesAt) {
    Optional<ExpectedHandover> live = queue.flatMap(word -> live(word, now));
    return live.isPresent()
        ? live
        : service.known().handover().map(usual -> usual(usual, directory, arrivesAt));
  }

  private static Optional<ExpectedHandover> live(QueueWord word, Instant now) {
    Duration age = Duration.between(word.said().at(), now);
    if (age.compareTo(QUEUE_HOLDS) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ExpectedHandover(
            word.handoverMinutes(),
            ExpectedHandover.Source.LIVE,
            Optional.of(word.ambulancesWaiting()),
            Optional.of(Math.max(0, age.toSeconds())),
            Optional.empty()));
  }

  private static ExpectedHandover usual(
      ServiceTerms.UsualHandover usual, ServiceDirectory directory, Instant arrivesAt) {
    int minutes = usual.minutesByHour().get(directory.local(arrivesAt).getHour());
    return new ExpectedHandover(
        minutes,
        ExpectedHandover.Source.USUAL,
        Optional.empty(),
        Optional.empty(),
        Optional.of("%s, %s".formatted(usual.asOf(), usual.source())));
  }
}
