package org.doorstep.simulator.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Boards as the server would tell them, for tests. */
final class Boards {
  private Boards() {}

  static BoardMirror of(long sequence, String incidents, String units) {
    BoardMirror board = new BoardMirror();
    board.snapshot(
        tree(
            "{\"sequence\":%d,\"incidents\":[%s],\"units\":[%s],\"positions\":[]}"
                .formatted(sequence, incidents, units)));
    return board;
  }

  static Tree tree(String json) {
    return Tree.of(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Incident 7, with the rest of its fields as given. */
  static String incident(String category, String rest) {
    return ("{\"incident\":7,\"version\":3,\"category\":\"%s\",\"asking\":false,"
            + "\"place\":{\"lat\":51.20,\"lon\":0.30}%s}")
        .formatted(category, rest);
  }

  static String free(Instant shiftEndsAt) {
    return unit(shiftEndsAt, "");
  }

  static String onJob(Instant shiftEndsAt, String stage) {
    return unit(shiftEndsAt, ",\"job\":{\"incident\":7,\"stage\":\"%s\"}".formatted(stage));
  }

  static String unit(Instant shiftEndsAt, String rest) {
    return "{\"unit\":\"A101\",\"version\":4,\"shiftEndsAt\":\"%s\"%s}"
        .formatted(shiftEndsAt, rest);
  }

  /** A unit of any call sign, in the sixth version. */
  static String other(String sign, Instant shiftEndsAt, String rest) {
    return "{\"unit\":\"%s\",\"version\":6,\"shiftEndsAt\":\"%s\"%s}"
        .formatted(sign, shiftEndsAt, rest);
  }

  /** Incident 8, which A102 is on its way to. */
  static String otherIncident() {
    return "{\"incident\":8,\"version\":5,\"category\":\"C4\",\"asking\":false,"
        + "\"jobs\":[{\"unit\":\"A102\"}]}";
  }

  static String underWayToOther(Instant shiftEndsAt) {
    return other("A102", shiftEndsAt, ",\"job\":{\"incident\":8,\"stage\":\"MOBILE\"}");
  }

  /** A board with what was last seen of the units as a whole. */
  static BoardMirror reviewed(long sequence, String incidents, String units, String review) {
    BoardMirror board = new BoardMirror();
    board.snapshot(
        tree(
            ("{\"sequence\":%d,\"incidents\":[%s],\"units\":[%s],\"positions\":[],"
                    + "\"fleet\":{\"asking\":false,\"review\":%s}}")
                .formatted(sequence, incidents, units, review)));
    return board;
  }

  static Outcome accepted(long sequence) {
    return new Outcome(200, "{\"sequence\":%d}".formatted(sequence));
  }
}
