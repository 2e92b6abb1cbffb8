package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * For whom a service is there, beyond ages and scores. What is absent is not asked.
 *
 * @param practices codes of the organisation data service; those registered elsewhere are not taken
 * @param residence names of the districts in which the patient has to live
 * @param referrers who may send; everybody where absent
 */
public record AcceptedPeople(
    Optional<Sex> sex,
    Optional<List<String>> practices,
    Optional<List<String>> residence,
    Optional<List<Referrer>> referrers,
    Optional<Mobility> mobility) {
  /** Nothing is asked. */
  public static final AcceptedPeople ANYBODY =
      new AcceptedPeople(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public AcceptedPeople {
    practices = practices.map(List::copyOf);
    residence = residence.map(List::copyOf);
    referrers = referrers.map(List::copyOf);
  }
}
