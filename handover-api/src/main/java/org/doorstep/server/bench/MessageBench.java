package org.doorstep.server.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.doorstep.handover.outbox.MessageCheck;

/**
 * How long a message waits for the check that stands before its first attempt: the first message of
 * a process, which loads the definitions, and then every kind of message again and again.
 */
public final class MessageBench {
  private static final double NANOS_PER_MILLI = 1e6;

  private final MessageCheck check;
  private final List<byte[]> messages;

  /**
   * Milliseconds of wall time on one thread.
   *
   * @param kinds how many kinds of message took turns
   * @param checks how many were counted, after warming up
   * @param faults how many places were wrong in all; anything but 0 makes the times worthless
   * @param coldMillis what the first message of the process waited
   */
  public record Result(
      int kinds,
      int checks,
      int faults,
      double coldMillis,
      double warmP50Millis,
      double warmP95Millis,
      double warmP99Millis,
      double warmMaxMillis) {}

  /** A bench of a check that has checked nothing yet. */
  public MessageBench(MessageCheck check, Collection<byte[]> messages) {
    this.check = check;
    this.messages = List.copyOf(messages);
  }

  /**
   * Measures.
   *
   * @param warmUp rounds over all messages that are not counted
   * @param rounds rounds that are
   */
  public Result run(int warmUp, int rounds) {
    long began = System.nanoTime();
    int faults = check.listFaults(messages.get(0)).size();
    double cold = (System.nanoTime() - began) / NANOS_PER_MILLI;
    for (int i = 0; i < warmUp; i++) {
      for (byte[] message : messages) {
        faults += check.listFaults(message).size();
      }
    }
    LongStream.Builder nanos = LongStream.builder();
    for (int i = 0; i < rounds; i++) {
      for (byte[] message : messages) {
        long start = System.nanoTime();
        faults += check.listFaults(message).size();
        nanos.add(System.nanoTime() - start);
      }
    }
    long[] sorted = nanos.build().toArray();
    Arrays.sort(sorted);
    return new Result(
        messages.size(),
        sorted.length,
        faults,
        cold,
        at(sorted, 50),
        at(sorted, 95),
        at(sorted, 99),
        at(sorted, 100));
  }

  /** The smallest that so many percent do not exceed. */
  private static double at(long[] sorted, int percent) {
    int rank = (sorted.length * percent + 99) / 100;
    return sorted[Math.max(rank - 1, 0)] / NANOS_PER_MILLI;
  }
}
