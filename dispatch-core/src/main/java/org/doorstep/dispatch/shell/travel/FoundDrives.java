package org.doorstep.dispatch.shell.travel;

import java.util.List;

/** Drives, and the roads that all of them were found on. */
record FoundDrives(RoadUse roads, List<UnitDrive> drives) {
  FoundDrives {
    drives = List.copyOf(drives);
  }
}
