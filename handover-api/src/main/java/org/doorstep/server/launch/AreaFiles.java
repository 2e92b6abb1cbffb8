package org.doorstep.server.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.DemandForecast;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.DispatchRulesFile;
import org.doorstep.dispatch.shell.reference.Settlements;
import org.doorstep.dispatch.shell.reference.WeighedArea;
import org.doorstep.dispatch.shell.telemetry.ServiceBook;
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
record AreaFiles(
    AreaReference reference, WeighedArea weighed, Directory directory, GpRecords records) {
  static AreaFiles of(ServerConfig config) {
    if (config.area().isEmpty()) {
      return new AreaFiles(
          AreaReference.westKent(),
          weighed(config),
          Directory.westKent(),
          InventedRecords.westKent());
    }
    return new AreaFiles(
        AreaReference.read(Path.of(config.area().get())),
        weighed(config),
        Directory.read(
            config.directory().services().map(Path::of),
            config.directory().practices().map(Path::of)),
        GpRecords.NONE);
  }

  /** An area of a site's own has its own files; where it has none, cover is left aside. */
  private static WeighedArea weighed(ServerConfig config) {
    ServerConfig.Dispatch own = config.dispatch();
    DispatchRules rules =
        own.rules()
            .map(file -> DispatchRulesFile.read(Path.of(file)))
            .orElseGet(DispatchRulesFile::westKent);
    if (own.settlements().isPresent() && own.demand().isPresent()) {
      return new WeighedArea(
          rules,
          Optional.of(
              new WeighedArea.Places(
                  Settlements.read(Path.of(own.settlements().get())),
                  DemandForecast.read(Path.of(own.demand().get())))));
    }
    return config.area().isEmpty()
        ? new WeighedArea(rules, WeighedArea.westKent().places())
        : new WeighedArea(rules, Optional.empty());
  }

  ServedArea.People people(ServiceBook book) {
    return new ServedArea.People(directory, records, book);
  }

  /** Those of the directory that meet every emergency. */
  SortedSet<ServiceId> emergencyDepartments() {
    SortedSet<ServiceId> departments = new TreeSet<>();
    for (Service each : directory.services().services()) {
      if (each.meets(CareNeed.EMERGENCY)) {
        departments.add(each.id());
      }
    }
    return departments;
  }

  Registrations registrations() {
    return nhsNumber -> records.find(nhsNumber).map(GpRecord::practice);
  }
}
