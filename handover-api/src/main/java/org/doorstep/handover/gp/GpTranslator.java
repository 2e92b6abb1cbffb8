package org.doorstep.handover.gp;

import java.util.List;

/**
 * Writes records of practices as FHIR R4 resources, in JSON, UTF-8.
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library
 * and needs the records of this one, and packages form no cycle.
 */
public interface GpTranslator {
  /** What this store can do. */
  byte[] capabilities();

  /** The patient alone. */
  byte[] patient(GpRecord record);

  /** The patients that a search has found. */
  byte[] found(List<GpRecord> records);

  /** The patient and all that is known: problems, medicines, allergies, encounters, plans. */
  byte[] everything(GpRecord record);

  /** An outcome that says what is wrong with a request. */
  byte[] refusal(String code, String sentence);
}
