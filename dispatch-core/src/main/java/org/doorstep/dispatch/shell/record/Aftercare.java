package org.doorstep.dispatch.shell.record;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.ServiceId;

/**
 * What a patient was offered for health and wellbeing beyond the incident, and whether the hub
 * calls back. It lies with the words of a signed handover.
 *
 * @param offers in the order in which they were made, at most {@link #OFFERS_MAX}
 * @param callBack whether the hub calls the patient; empty where nobody has said
 */
public record Aftercare(List<Offer> offers, Optional<Boolean> callBack) {
  /** More than anybody listens to. */
  public static final int OFFERS_MAX = 10;

  public Aftercare {
    offers = List.copyOf(offers);
    if (offers.size() > OFFERS_MAX) {
      throw new IllegalArgumentException(
          "The offers (%d) must be %d at most.".formatted(offers.size(), OFFERS_MAX));
    }
  }

  /**
   * One offer.
   *
   * @param service an entry of the directory
   * @param need what of that service was offered
   * @param leaflet the title of what was given or read out
   */
  public record Offer(ServiceId service, CareNeed need, Answer answer, Optional<String> leaflet) {
    public Offer {
      CareWords.check("leaflet", leaflet);
    }
  }

  /** What the patient made of an offer. */
  public enum Answer {
    /** Told, or left in writing; the patient thinks about it. */
    GIVEN,
    /** The patient wants it: the practice or the service takes it from here. */
    ACCEPTED,
    DECLINED
  }

  @Override
  public String toString() {
    return "Aftercare[masked]";
  }
}
