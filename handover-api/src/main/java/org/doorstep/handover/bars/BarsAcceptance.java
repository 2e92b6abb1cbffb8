package org.doorstep.handover.bars;

import java.time.Instant;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;

/**
 * That a message was taken, and as what.
 *
 * @param at when it was first taken; a repeat gets the same
 */
public record BarsAcceptance(Way way, AreaId area, IncidentId incident, Instant at) {

  /** What was done with it. */
  public enum Way {
    /** It is an incident of its own. */
    OPENED("opened"),
    /** It was added to the incident it speaks of. */
    ADDED("added");

    private final String code;

    Way(String code) {
      this.code = code;
    }

    /** The stable code in the database. */
    public String code() {
      return code;
    }

    /** The way of a code. */
    static Way of(String code) {
      return code.equals(OPENED.code) ? OPENED : ADDED;
    }
  }
}
