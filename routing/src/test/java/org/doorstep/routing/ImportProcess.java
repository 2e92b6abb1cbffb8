package org.doorstep.routing;

import java.nio.file.Path;

/** Imports two extracts in turn into one folder, in a process of its own that can be killed. */
final class ImportProcess {
  private static final int ROUNDS_MAX = 1_000;

  private ImportProcess() {}

  /** Takes the map folder and the extracts; says "made" after each import. */
  public static void main(String[] arguments) {
    Path map = Path.of(arguments[0]);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Path osm = Path.of(arguments[1 + round % (arguments.length - 1)]);
      try {
        MapImport.run(osm, map, words -> {});
      } catch (MapFault fault) {
        System.out.println(fault.getMessage());
        System.exit(2);
      }
      System.out.println("made");
    }
  }
}
