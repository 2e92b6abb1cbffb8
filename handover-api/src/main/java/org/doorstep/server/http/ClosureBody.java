package org.doorstep.server.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.shell.travel.ClosureShape;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.ClosedPlace;
import org.doorstep.routing.Closure;
import org.doorstep.routing.ClosureFault;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.MapInfo;
import org.jspecify.annotations.Nullable;

/** Reads a closure as somebody has drawn and described it. */
final class ClosureBody {
  private static final int ID_LENGTH_MAX = 64;

  private final ClosureShape shape;

  /** All but the place, which is a geometry of GeoJSON. */
  private record Words(
      String name,
      double speedFactor,
      List<DrivingMode> modes,
      Optional<Instant> from,
      Optional<Instant> until,
      String source) {}

  ClosureBody(MapInfo map) {
    this.shape = ClosureShape.on(map);
  }

  /** The closure of a body, with the times in whole milliseconds, as they are kept. */
  Closure read(String id, byte[] body, Instant now) {
    Map<String, @Nullable Object> tree = JsonTree.parseObject(body);
    ClosedPlace where = shape.read(tree.remove("place"), "/place");
    Words words = RecordJson.read(Words.class, tree);
    try {
      Closure closure =
          new Closure(
              id,
              words.name().strip(),
              where,
              words.speedFactor(),
              words.modes(),
              words.from().map(ClosureBody::millis),
              words.until().map(ClosureBody::millis),
              words.source().strip());
      requireFuture(closure, now);
      return closure;
    } catch (ClosureFault e) {
      throw new ProblemFault(Problems.CLOSURE_INVALID.because(String.valueOf(e.getMessage())));
    }
  }

  /** What a preview shows needs a place only. */
  Closure preview(byte[] body) {
    Map<String, @Nullable Object> tree = JsonTree.parseObject(body);
    ClosedPlace where = shape.read(tree.remove("place"), "/place");
    RecordJson.read(Nothing.class, tree);
    return new Closure(
        "preview",
        "preview",
        where,
        0,
        List.of(DrivingMode.values()),
        Optional.empty(),
        Optional.empty(),
        "preview");
  }

  private record Nothing() {}

  static String id(String text) {
    if (text.isEmpty() || text.length() > ID_LENGTH_MAX) {
      throw new ProblemFault(Problems.CLOSURE_UNKNOWN);
    }
    return text;
  }

  private static void requireFuture(Closure closure, Instant now) {
    closure
        .until()
        .filter(until -> !until.isAfter(now))
        .ifPresent(
            until -> {
              throw new ClosureFault(
                  "The until (%s) of a closure must be later than now (%s)."
                      .formatted(until, now.truncatedTo(ChronoUnit.SECONDS)));
            });
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
