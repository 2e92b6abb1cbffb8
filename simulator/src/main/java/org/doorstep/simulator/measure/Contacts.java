package org.doorstep.simulator.measure;

import org.doorstep.dispatch.event.CareEvent.HandoverSigned;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.ReferralAnswer;

/** What community services and practices are given to do in the measured time. One thread. */
public final class Contacts {
  private final Window window;
  private int community;
  private int practice;

  /** A follower that has seen nothing. */
  public Contacts(Window window) {
    this.window = window;
  }

  /** Takes the next event of the log. */
  public void accept(LoggedEvent logged) {
    if (!window.holds(logged.at())) {
      return;
    }
    if (logged.event() instanceof ReferralAnswered answered) {
      community += answered.answer().kind() == ReferralAnswer.Kind.ACCEPTED ? 1 : 0;
    } else if (logged.event() instanceof HandoverSigned signed) {
      practice += signed.terms().kind() == HandoverTerms.Kind.ACTION_REQUESTED ? 1 : 0;
    }
  }

  /** Patients whom a community service took on. */
  public int community() {
    return community;
  }

  /** Patients for whom something was asked of their practice. */
  public int practice() {
    return practice;
  }
}
