package org.doorstep.dispatch.policy.area;

import java.util.List;
import org.doorstep.dispatch.model.TravelQuote;

/**
 * Who should be sent to an incident?
 *
 * @param asked the incident
 * @param quotes the drives to it that are known, at most one for each unit, in any order
 */
public record Question(Situation situation, OpenCall asked, List<TravelQuote> quotes) {
  public Question {
    quotes = List.copyOf(quotes);
  }
}
