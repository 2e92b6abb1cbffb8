package org.doorstep.dispatch.model;

import java.util.List;

/**
 * The drives to another incident than the one that was asked about: who is sent to the one decides
 * who is left for the other.
 *
 * @param zone of the other incident, see {@link AreaPicture}
 */
public record OtherDrives(IncidentId incident, int zone, List<TravelQuote> quotes) {
  public OtherDrives {
    quotes = List.copyOf(quotes);
  }
}
