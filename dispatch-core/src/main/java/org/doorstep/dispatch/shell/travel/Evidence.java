package org.doorstep.dispatch.shell.travel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.DrivingMode;

/**
 * What stood behind a recommendation, so that it can be looked at again: which roads with which
 * closures, which mode, each unit's position and drive, and what was known of the rest of the area.
 * The place of the incident is not in it; the log has it, sealed.
 */
record Evidence(
    IncidentId incident,
    long asked,
    RoadUse roads,
    DrivingMode mode,
    List<UnitDrive> drives,
    AreaPicture picture) {
  Evidence {
    drives = List.copyOf(drives);
  }

  byte[] toJson() {
    return RecordJson.write(this);
  }

  static byte[] compress(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    }
    return bytes.toByteArray();
  }
}
