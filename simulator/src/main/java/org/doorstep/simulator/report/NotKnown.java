package org.doorstep.simulator.report;

import java.util.List;

/**
 * A national measure that the log cannot give, and why: it is listed, never counted as nought.
 *
 * @param codes as in the published table
 */
public record NotKnown(String codes, String measure, String reason) {
  /** All of them. */
  public static final List<NotKnown> ALL =
      List.of(
          new NotKnown(
              "A0-A6 A114",
              "contacts, calls answered, answer times",
              "of the telephone system; the log has only calls that opened or joined an incident"),
          new NotKnown(
              "A13-A16",
              "C1 by nature of call: count and time",
              "what was asked before the category was set is not in the log"),
          new NotKnown(
              "A20 A23",
              "call-back before a response",
              "the log has call-backs; what is counted is not confirmed"),
          new NotKnown("A49-A52", "bystander resuscitation", "nobody records it here"),
          new NotKnown("A57-A73", "no longer published", "their meaning is not confirmed"),
          new NotKnown(
              "A106-A110",
              "section 136",
              "whether a patient is held stands in the sealed record, not in the log"),
          new NotKnown(
              "A111", "C1 from 111", "the log says that another system sent it, not which"),
          new NotKnown("A112", "no value is published", "its meaning is not confirmed"),
          new NotKnown(
              "A124-A139", "clinical assessment and validation", "their meaning is not confirmed"));
}
