package org.doorstep.simulator.demo;

import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.demo.CareView.Ref;

/** What is known of the care of patients. */
interface Patients {
  /** The last event that is in here; -1 before the first reading. */
  long sequence();

  /** How far a patient's care has come; empty for one who is not known. */
  Optional<CareView> find(Ref patient);

  /**
   * Where a patient could go, best first; empty until it has been found out, which begins with the
   * first question.
   *
   * @param kind a kind of destination of the contract
   */
  Optional<List<Option>> findOptions(Ref patient, String kind);

  /**
   * A place where a patient could go.
   *
   * @param drives whether the patient is taken there; else it comes to the patient
   */
  record Option(String service, boolean drives) {}
}
