package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.TravelMode;

/**
 * What queues do to the order of destinations where a desk has switched load-levelling on.
 *
 * <p>One department at most is put first in place of the nearest: the one from which the crew is
 * clear soonest, if the nearest has itself said how long its queue is, the drive is not longer by
 * more than {@link #EXTRA_DRIVE_MAX}, and at least {@link #GAIN_MIN} is won. Never for a patient
 * for whom minutes count. ENGINEERING DEFAULTS that need clinical approval.
 */
public final class LevelledOrder {
  /** No patient is driven longer than this beyond the nearest because of a queue. */
  public static final Duration EXTRA_DRIVE_MAX = Duration.ofMinutes(10);

  /** Less is not worth another hospital. */
  public static final Duration GAIN_MIN = Duration.ofMinutes(10);

  private static final int HIGH_SCORE = 7;
  private static final Set<DestinationClass> TIME_CRITICAL =
      EnumSet.of(
          DestinationClass.NEAREST_SUITABLE_EMERGENCY_DEPARTMENT,
          DestinationClass.HEART_ATTACK_CENTRE,
          DestinationClass.STROKE_UNIT,
          DestinationClass.TRAUMA_CENTRE,
          DestinationClass.OBSTETRIC_OR_PAEDIATRIC_SITE);

  private LevelledOrder() {}

  /**
   * What was put first, and in whose place.
   *
   * @param gainMillis earlier until the crew is clear
   */
  record Levelled(FoundService first, FoundService instead, long gainMillis) {}

  /** Whether minutes count so much for this patient that a queue has no say. */
  public static boolean isTimeCritical(DestinationQuestion question) {
    DestinationQuestion.Patient patient = question.patient();
    boolean isHigh = patient.news2().map(score -> score >= HIGH_SCORE).orElse(true);
    return TIME_CRITICAL.contains(question.destination())
        || question.around().timeCritical()
        || question.around().mode() == TravelMode.BLUE_LIGHT
        || patient.pregnant().orElse(false)
        || isHigh;
  }

  /** What the queues change, if anything; the order given is by drive, the best first. */
  static Optional<Levelled> find(DestinationQuestion question, List<FoundService> sorted) {
    boolean isOn = question.around().levelling().filter(LoadLevelling::on).isPresent();
    if (!isOn || isTimeCritical(question) || sorted.isEmpty()) {
      return Optional.empty();
    }
    FoundService nearest = sorted.get(0);
    boolean isSaid =
        nearest
            .handover()
            .filter(expected -> expected.source() == ExpectedHandover.Source.LIVE)
            .isPresent();
    if (!isSaid || !isComparable(nearest, nearest)) {
      return Optional.empty();
    }
    long until = nearest.clearMillis().orElseThrow();
    return sorted.stream()
        .filter(each -> isComparable(nearest, each))
        .map(each -> new Levelled(each, nearest, until - each.clearMillis().orElse(until)))
        .filter(each -> each.gainMillis() >= GAIN_MIN.toMillis())
        .max(Comparator.comparingLong(Levelled::gainMillis));
  }

  /** The order with what was put first in front. */
  static List<FoundService> apply(Levelled levelled, List<FoundService> sorted) {
    List<FoundService> order = new ArrayList<>(sorted);
    order.remove(levelled.first());
    order.add(0, levelled.first());
    return order;
  }

  private static boolean isComparable(FoundService nearest, FoundService each) {
    long extra = (long) each.driveMillis() - nearest.driveMillis();
    return each.kind() == nearest.kind()
        && each.isEmergency()
        && !each.estimated()
        && !each.status().room().isShut()
        && each.clearMillis().isPresent()
        && extra <= EXTRA_DRIVE_MAX.toMillis();
  }
}
