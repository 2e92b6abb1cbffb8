package org.doorstep.handover.gp;

import java.util.Optional;

/**
 * Who a record is about, as it says itself.
 *
 * @param id how the server names the patient
 * @param url the address under which it has named the patient, if it has
 * @param nhsNumber the one that was asked for; nothing else is ever taken
 * @param birthDate as recorded, whole or in part
 * @param practice in words
 */
public record RecordedPatient(
    String id,
    Optional<String> url,
    String nhsNumber,
    Optional<String> name,
    Optional<String> birthDate,
    Optional<String> gender,
    Optional<String> practice) {
  @Override
  public String toString() {
    return "RecordedPatient[masked]";
  }
}
