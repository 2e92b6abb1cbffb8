package org.doorstep.handover.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.letter.Clinician;
import org.doorstep.handover.letter.Crew;
import org.doorstep.handover.letter.Home;
import org.doorstep.handover.letter.LetterPatient;
import org.doorstep.handover.letter.LetterPatient.Gender;
import org.doorstep.handover.letter.NhsIdentity;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.letter.PersonName;
import org.doorstep.handover.letter.Registration;
import org.doorstep.handover.letter.Registration.Regulator;

/** Nobody: names, codes and NHS numbers (of the test range) that belong to no one. */
public final class SamplePeople {
  /** The trust that treats. */
  public static final Organisation TRUST =
      new Organisation("ZZ901", "Doorstep Sample Ambulance Trust (invented)", true);

  /** The practice that owns the patient's care. */
  public static final Organisation PRACTICE =
      new Organisation("ZZ902", "Hop Kiln Surgery (invented)", true);

  /** The trust of the community services. */
  public static final Organisation COMMUNITY_TRUST =
      new Organisation("ZZ903", "Oast Community Services (invented)", true);

  /** The trust of the hospital. */
  public static final Organisation HOSPITAL_TRUST =
      new Organisation("ZZ904", "Weald Sample Hospital (invented)", true);

  static final Clinician PARAMEDIC =
      new Clinician(
          "Alex Sample", "Paramedic", Optional.of(new Registration(Regulator.HCPC, "PA000001")));
  static final Clinician ASSISTANT =
      new Clinician("Robin Sample", "Emergency care assistant", Optional.empty());
  static final Clinician NURSE =
      new Clinician(
          "Kim Sample",
          "Clinical navigator",
          Optional.of(new Registration(Regulator.NMC, "00A0001A")));
  static final Crew CREW = new Crew("SAMPLE 12", List.of(PARAMEDIC, ASSISTANT));

  static final LetterPatient IDENTIFIED =
      new LetterPatient(
          Optional.of(new NhsIdentity("9990000107", NhsIdentity.Status.VERIFIED)),
          Optional.of(new PersonName("Sample", "Mavis")),
          Optional.of(LocalDate.of(1941, 3, 14)),
          Optional.empty(),
          Gender.FEMALE,
          new Home(
              Optional.of("1 Invented Lane, Paddock Wood, Kent"), Optional.of("01632 960001")));
  static final LetterPatient NOT_TRACED =
      new LetterPatient(
          Optional.of(new NhsIdentity("9990000115", NhsIdentity.Status.NOT_TRACED)),
          Optional.of(new PersonName("O'Sample & Sons <Ltd>", "Siân")),
          Optional.of(LocalDate.of(1990, 12, 31)),
          Optional.empty(),
          Gender.MALE,
          Home.UNKNOWN);
  static final LetterPatient UNIDENTIFIED =
      new LetterPatient(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(45),
          Gender.UNKNOWN,
          Home.UNKNOWN);

  private SamplePeople() {}
}
