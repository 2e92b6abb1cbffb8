package org.doorstep.simulator.world.desk;

import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.simulator.world.demand.Call;

/** One unit that the desk still has to send: a place in the queue. Confined to one thread. */
final class Waiting implements Comparable<Waiting> {
  private final IncidentId incident;
  private final Call call;
  private final Capabilities needs;
  private final int queue;
  private final long since;
  private final long number;

  /** When the desk has made up its mind. */
  private long readyAt;

  private Step step = Step.WAITS;
  private long divertAt;

  /** How far the desk is with it. */
  enum Step {
    WAITS,
    /** Drive times are awaited from the area's question. */
    ASKS,
    /** A recommendation or an assignment is awaited. */
    SENDS
  }

  /** A place in the queue. */
  Waiting(IncidentId incident, Call call, Capabilities needs, Order order, long readyAt) {
    this.incident = incident;
    this.call = call;
    this.needs = needs;
    this.queue = order.queue();
    this.since = order.since();
    this.number = order.number();
    this.readyAt = readyAt;
  }

  /**
   * What decides who is first.
   *
   * @param since from when it counts as waiting, in milliseconds since the start
   * @param number of its place among all that ever were
   */
  record Order(int queue, long since, long number) {}

  IncidentId incident() {
    return incident;
  }

  Call call() {
    return call;
  }

  Capabilities needs() {
    return needs;
  }

  int level() {
    return call.category().level();
  }

  long readyAt() {
    return readyAt;
  }

  /** The same place in the queue, once its unit does not come. */
  Waiting again(long now) {
    return new Waiting(incident, call, needs, new Order(queue, since, number), now);
  }

  /** From when it may be asked again whether somebody else's unit could be taken. */
  long divertAt() {
    return divertAt;
  }

  void divertNotBefore(long moment) {
    divertAt = moment;
  }

  /** Not before that moment. */
  void waitUntil(long moment) {
    readyAt = moment;
    step = Step.WAITS;
  }

  Step step() {
    return step;
  }

  void step(Step next) {
    step = next;
  }

  @Override
  public int compareTo(Waiting other) {
    if (queue != other.queue) {
      return Integer.compare(queue, other.queue);
    }
    return since != other.since
        ? Long.compare(since, other.since)
        : Long.compare(number, other.number);
  }
}
