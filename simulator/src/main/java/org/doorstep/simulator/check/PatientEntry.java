package org.doorstep.simulator.check;

import java.util.Optional;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverTerms;

/**
 * One patient.
 *
 * @param referral the number of the last one, 0 before there is any
 * @param handover AGREED while it is on its way, OVER when nobody waits for anything any more
 */
record PatientEntry(
    Optional<Disposition> chosen,
    boolean owned,
    int referral,
    Standing visit,
    Standing handover,
    Optional<HandoverTerms> terms) {
  /** How a referral or the handover of a patient stands. */
  enum Standing {
    NONE,
    ASKED,
    AGREED,
    MISSED,
    TURNED_AWAY,
    OVER
  }

  static final PatientEntry NEW =
      new PatientEntry(Optional.empty(), false, 0, Standing.NONE, Standing.NONE, Optional.empty());

  PatientEntry chose(Disposition disposition) {
    return new PatientEntry(Optional.of(disposition), owned, referral, visit, handover, terms);
  }

  PatientEntry ownedByName() {
    return new PatientEntry(chosen, true, referral, visit, handover, terms);
  }

  PatientEntry visit(int number, Standing next) {
    return new PatientEntry(chosen, owned, number, next, handover, terms);
  }

  PatientEntry handover(Standing next, Optional<HandoverTerms> agreed) {
    return new PatientEntry(chosen, owned, referral, visit, next, agreed);
  }

  boolean isLetGo() {
    return handover == Standing.OVER
        && (visit == Standing.NONE || visit == Standing.OVER || isKeptElsewhere());
  }

  /** Nobody needs the services that said no when care is not theirs any more. */
  private boolean isKeptElsewhere() {
    return visit == Standing.TURNED_AWAY && !chosen.equals(Optional.of(Disposition.COMMUNITY));
  }

  boolean isFitToLeave() {
    boolean takenOn = owned || visit == Standing.AGREED || visit == Standing.OVER;
    boolean cared = chosen.filter(where -> where != Disposition.COMMUNITY || takenOn).isPresent();
    return cared && handover != Standing.NONE;
  }
}
