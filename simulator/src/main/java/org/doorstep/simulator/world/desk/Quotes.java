package org.doorstep.simulator.world.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.road.Roads;

/**
 * Drives of the units that could be sent, exact for the first of them.
 *
 * <p>The drive of a unit on its way back costs a search over the roads. It is asked for only where
 * it could be the shortest: a unit cannot be sooner than the whole drive from where it set off less
 * what it has driven, nor later than by way of its base. Where that settles that it is not first,
 * the drive by way of its base is given and marked as an estimate.
 *
 * @param first who is nearest; ties go to the lower call sign
 */
record Quotes(List<TravelQuote> list, Optional<Crew> first) {

  /**
   * The drives of some crews to a place.
   *
   * @param crews in the order of call signs
   */
  static Quotes of(List<Crew> crews, int place, boolean blueLight, long now) {
    int[] most = new int[crews.size()];
    int best = Roads.UNREACHABLE;
    for (int i = 0; i < most.length; i++) {
      most[i] = crews.get(i).leg().driveMillisMax(place, blueLight, now);
      best = Math.min(best, most[i]);
    }
    List<TravelQuote> list = new ArrayList<>(most.length);
    Optional<Crew> first = Optional.empty();
    int firstMillis = Roads.UNREACHABLE;
    for (int i = 0; i < most.length; i++) {
      Crew crew = crews.get(i);
      boolean stands = crew.leg().isAtPlace(now);
      boolean exact = stands || crew.leg().driveMillisMin(place, blueLight, now) <= best;
      int millis = stands || !exact ? most[i] : crew.leg().driveMillis(place, blueLight, now);
      if (millis < Roads.UNREACHABLE) {
        list.add(new TravelQuote(crew.id(), millis, !exact, 0));
        if (millis < firstMillis) {
          firstMillis = millis;
          first = Optional.of(crew);
        }
      }
    }
    return new Quotes(list, first);
  }
}
