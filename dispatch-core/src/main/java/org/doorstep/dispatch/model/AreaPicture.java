package org.doorstep.dispatch.model;

import java.util.List;

/**
 * What was found out about the whole area when drives were asked for.
 *
 * @param zone of the incident in the area's cover table; -1 where it lies in none
 * @param places where the units on shift count for cover, in the order of call signs; one whose
 *     place is not known is left out and covers nothing
 * @param others the drives to other incidents that wait or that somebody is on the way to, at most
 *     {@link #OTHERS_MAX}
 */
public record AreaPicture(int zone, List<UnitPlace> places, List<OtherDrives> others) {
  /** More would not change who is sent to the first of them. */
  public static final int OTHERS_MAX = 49;

  /** Nothing was found out: cover and other incidents are left aside. */
  public static final AreaPicture NONE = new AreaPicture(-1, List.of(), List.of());

  public AreaPicture {
    Require.atMost("number of other incidents", others.size(), OTHERS_MAX);
    places = List.copyOf(places);
    others = List.copyOf(others);
  }
}
