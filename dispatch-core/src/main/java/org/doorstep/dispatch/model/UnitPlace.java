package org.doorstep.dispatch.model;

/**
 * Where a unit counts for cover, as a place of the area's cover table.
 *
 * @param place the nearest place to where it is, or, on a job, to where it is likely to become free
 * @param onRoad whether it is driving
 */
public record UnitPlace(UnitId unit, int place, boolean onRoad) {
  public UnitPlace {
    if (place < 0) {
      Require.atLeast("place of unit " + unit.value(), place, 0);
    }
  }
}
