package org.doorstep.server.board;

import java.util.List;
import java.util.Set;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;

/**
 * Patients about whom something has changed, or about whose incident something has.
 *
 * @param before as they were on the board {@code was}
 * @param after as they are on the board {@code is}
 */
record PatientChanges(List<Patient> before, List<Patient> after, BoardState was, BoardState is) {
  PatientChanges {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static PatientChanges between(BoardState was, BoardState is, Set<IncidentId> touched) {
    return new PatientChanges(of(was, touched), of(is, touched), was, is);
  }

  boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  private static List<Patient> of(BoardState board, Set<IncidentId> touched) {
    return board.patients().stream()
        .filter(patient -> touched.contains(patient.id().incident()))
        .toList();
  }
}
