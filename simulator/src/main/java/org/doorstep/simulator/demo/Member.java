package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Somebody of a practice, a hospital, a service or the hub, who answers what waits for them after a
 * while, and tries again later what was refused. One thread; knows no network.
 */
abstract class Member {
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  private final Diary diary = new Diary();
  private final double speed;

  /**
   * Somebody who works at a pace.
   *
   * @param speed how many times faster than life
   */
  Member(double speed) {
    this.speed = speed;
  }

  /** What waits for this member about a patient: its name, and how it is dealt with. */
  record Task(String name, Duration takes, Order order) {}

  /** What waits for this member about a patient, if anything. */
  abstract Optional<Task> find(CareView patient, BoardMirror board);

  /** The orders that are given now. */
  List<Order> act(Collection<CareView> patients, BoardMirror board, Instant now) {
    List<Order> orders = new ArrayList<>();
    for (CareView patient : patients) {
      find(patient, board).flatMap(task -> giveWhenDue(task, now)).ifPresent(orders::add);
    }
    return orders;
  }

  /** The order of a task whose time has come. */
  Optional<Order> giveWhenDue(Task task, Instant now) {
    if (!diary.isDue(task.name(), now, task::takes)) {
      return Optional.empty();
    }
    diary.again(task.name(), now.plus(AGAIN_AFTER));
    return Optional.of(task.order());
  }

  /** Minutes of life at the demo's pace. */
  Duration minutes(double inLife) {
    return Duration.ofMillis((long) (inLife * 60_000 / speed));
  }

  static String name(CareView patient, String what) {
    return "%d/%d %s".formatted(patient.patient().incident(), patient.patient().number(), what);
  }
}
