package org.doorstep.server.launch;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.telemetry.Capacities;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.GpRecords;
import org.doorstep.handover.gp.InventedRecords;
import org.doorstep.server.board.Registrations;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.http.ServedArea;

/**
 * What is known of an area before it runs: a site's own files, or the embedded West Kent, whose
 * patients are invented. The two are never mixed.
 */
record AreaFiles(AreaReference reference, Directory directory, GpRecords records) {
  static AreaFiles of(ServerConfig config) {
    if (config.area().isEmpty()) {
      return new AreaFiles(
          AreaReference.westKent(), Directory.westKent(), InventedRecords.westKent());
    }
    return new AreaFiles(
        AreaReference.read(Path.of(config.area().get())),
        Directory.read(
            config.directory().services().map(Path::of),
            config.directory().practices().map(Path::of)),
        GpRecords.NONE);
  }

  ServedArea.People people(DataSource database) {
    return new ServedArea.People(directory, records, new Capacities(database, reference.area()));
  }

  Registrations registrations() {
    return nhsNumber -> records.find(nhsNumber).map(GpRecord::practice);
  }
}
