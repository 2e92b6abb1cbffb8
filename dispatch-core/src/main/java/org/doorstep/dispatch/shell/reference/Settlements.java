package org.doorstep.dispatch.shell.reference;

import java.nio.file.Path;
import java.util.List;

/** Where people live: the zones that calls come from. */
public record Settlements(List<Settlement> settlements) {
  private static final String WEST_KENT = "/west-kent/settlements.json";
  private static final int SETTLEMENTS_MAX = 450;

  /**
   * A place where people live.
   *
   * @param lat degrees north
   * @param lon degrees east
   * @param population 1 or more
   */
  public record Settlement(String name, double lat, double lon, int population) {
    public Settlement {
      if (population < 1) {
        throw new IllegalArgumentException(
            "The population (%d) of (%s) must be 1 or more.".formatted(population, name));
      }
    }
  }

  public Settlements {
    settlements = List.copyOf(settlements);
    if (settlements.isEmpty() || settlements.size() > SETTLEMENTS_MAX) {
      throw new IllegalArgumentException(
          "There must be 1 to %d settlements, not %d."
              .formatted(SETTLEMENTS_MAX, settlements.size()));
    }
  }

  /** West Kent as it ships. */
  public static Settlements westKent() {
    return Resource.read(Settlements.class, WEST_KENT);
  }

  /**
   * Reads the settlements of a site's own from a JSON file of the same shape.
   *
   * @throws IllegalArgumentException naming the file, the place in it and the rule
   */
  public static Settlements read(Path file) {
    return Resource.read(Settlements.class, file, "settlements file");
  }
}
