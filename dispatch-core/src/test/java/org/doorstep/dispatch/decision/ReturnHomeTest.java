package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.dispatch.Journey;
import org.doorstep.dispatch.JourneyScript;
import org.doorstep.dispatch.model.Patient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: whoever knows the home can say what helps a patient to come back to it, for as long as
 * the incident is open. The newest word counts, nobody is owed anything for it, and no choice is
 * made void by it.
 */
class ReturnHomeTest {
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          told, and not assessed yet           | patient; home-note 1 | ok | 1
          assessed                             | patient; assessed ED; home-note 1 | ok | 1
          chosen, on the way to hospital       | patient; assessed ED; chosen ACUTE; warned; home-note 1 | ok | 1
          taken over by the hospital           | patient; assessed ED; chosen ACUTE; warned; received; home-note 1 | ok | 1
          the newest word counts               | patient; home-note 1; assessed ED; home-note 2 | ok | 2
          the next patient, not assessed yet   | patient; assessed ED; home-note-of 2 | ok | none
          nobody of that number                | patient; home-note-of 3 | PATIENT_UNKNOWN | none
          the same person as another           | patient; assessed ED; second; first-is-second; home-note 1 | PATIENT_MERGED | none
          closed for the board                 | patient; assessed TREAT_AT_SCENE; chosen TREAT_AT_SCENE; informed; clear; home-note 1 | INCIDENT_CLOSED | none
          chosen after it, as was seen before  | patient; assessed ED; home-note 1; chosen ACUTE | ok | 1
          put down as somebody else after it   | patient; home-note 1; known-as | ok | 1
          """)
  void word_onTheWayHome_isKeptWhileTheIncidentIsOpen(
      String name, String told, String refusal, String noted) {
    Journey journey = JourneyScript.tell(told);

    assertThat(journey.refused().map(Enum::name).orElse("ok")).isEqualTo(refusal);
    assertThat(
            journey
                .found()
                .flatMap(Patient::returnNote)
                .map(note -> String.valueOf(note.record().value().getLeastSignificantBits()))
                .orElse("none"))
        .isEqualTo(noted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not assessed: the crew can leave as before      | patient; home-note 1; clear | ok
          assessed and not chosen: nothing is made easier | patient; assessed ED; home-note 1; clear | DISPOSITION_MISSING
          chosen and not signed: nor here                 | patient; assessed ED; chosen ACUTE; home-note 1; clear | HANDOVER_UNSIGNED
          """)
  void crew_clearing_isHeldByWhatIsOwedAndNotByTheWord(String name, String told, String refusal) {
    assertThat(JourneyScript.tell(told).refused().map(Enum::name).orElse("ok")).isEqualTo(refusal);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          told      | patient | 0
          assessed  | patient; assessed ED | 1
          chosen    | patient; assessed ED; chosen ACUTE | 2
          """)
  void version_afterTheWord_isAsBefore(String name, String told, long version) {
    Journey journey = JourneyScript.tell(told + "; home-note 1; home-note 2");

    assertThat(journey.found().map(Patient::version)).contains(version);
  }
}
