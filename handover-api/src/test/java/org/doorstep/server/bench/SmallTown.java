package org.doorstep.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A town of 36 nodes on a square, in the form of an ELASPY folder. */
public final class SmallTown {
  private static final int SIDE = 6;
  private static final double MINUTES_BETWEEN = 4;

  private SmallTown() {}

  /** Writes the ground of the town; no calls. */
  public static void write(Path folder) throws IOException {
    int nodes = SIDE * SIDE;
    StringBuilder places = new StringBuilder("postal code,x,y,inhabitants\n");
    StringBuilder drives = new StringBuilder("postal code");
    for (int node = 0; node < nodes; node++) {
      drives.append(',').append(node);
    }
    drives.append('\n');
    for (int node = 0; node < nodes; node++) {
      int x = node % SIDE;
      int y = node / SIDE;
      places.append("%d,%d,%d,%d\n".formatted(node, 1_000 * x, 1_000 * y, 1 + node % 5));
      drives.append(node);
      for (int to = 0; to < nodes; to++) {
        int blocks = Math.abs(x - to % SIDE) + Math.abs(y - to / SIDE);
        drives.append(',').append(MINUTES_BETWEEN * blocks + (to == node ? 0.0 : 0.5));
      }
      drives.append('\n');
    }
    Files.writeString(folder.resolve("nodes_Town.csv"), places);
    Files.writeString(folder.resolve("siren_driving_matrix_Town.csv"), drives);
    Files.writeString(folder.resolve("Hospital_Postal_Codes_Town.csv"), "Hospital\n14\n");
    Files.writeString(
        folder.resolve("Town_base_locations_2021.csv"), "Base Locations\n7\n10\n14\n25\n28\n0\n");
    Files.writeString(
        folder.resolve("Base_Locations_Ambulances_6.csv"),
        "Ambulance,Base\n0,7\n1,10\n2,25\n3,28\n4,14\n5,0\n");
  }
}
