package org.doorstep.simulator.recorded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;

/** What the live shell has stored behind advice: drives, and the picture of the area. */
record StoredEvidence(List<Drive> drives, AreaPicture picture) {
  StoredEvidence {
    drives = List.copyOf(drives);
  }

  /** One line of it. */
  record Drive(
      UnitId unit,
      Position position,
      Instant fixAt,
      boolean atBase,
      int driveMillis,
      boolean estimated) {}

  static StoredEvidence of(byte[] json) {
    var tree = JsonTree.parseObject(json);
    List<Drive> drives = new ArrayList<>();
    for (Object each : tree.get("drives") instanceof List<?> list ? list : List.of()) {
      drives.add(RecordJson.read(Drive.class, each));
    }
    Object picture = tree.get("picture");
    return new StoredEvidence(
        drives, picture == null ? AreaPicture.NONE : RecordJson.read(AreaPicture.class, picture));
  }

  /** The drives as they were handed over at that time. */
  List<TravelQuote> quotes(Instant at) {
    List<TravelQuote> quotes = new ArrayList<>();
    for (Drive drive : drives) {
      long age = Duration.between(drive.fixAt(), at).toSeconds();
      quotes.add(
          new TravelQuote(
              drive.unit(),
              drive.driveMillis(),
              drive.estimated(),
              (int) StrictMath.max(0, StrictMath.min(Integer.MAX_VALUE, age))));
    }
    return quotes;
  }
}
