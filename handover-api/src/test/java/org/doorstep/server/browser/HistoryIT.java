package org.doorstep.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.dispatch.event.DispatchEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: the history of an incident is told in sentences that are true; every kind of event has
 * one, and what is not known is said to be so.
 */
class HistoryIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String TABLE =
      """
      UnitAssigned rank=1; driveSeconds=250 => A117 was sent (first of the recommendation, 4 min away by road)
      UnitAssigned rank=2; override=LOCAL_KNOWLEDGE => A117 was sent (second of the recommendation, because: local knowledge)
      UnitAssigned => A117 was sent (not in the recommendation)
      UnitAssigned rank=1; by=AREA_RULE; driveSeconds=250 => A117 was sent by the area's automatic dispatch (first of the recommendation, 4 min away by road)
      UnitAssigned rank=1; by=PERSON; divertedFrom=1041 => A117 was sent, diverted from 1041 (first of the recommendation)
      UnitAssigned by=PERSON; takesOverFrom=A104 => A117 takes over from A104
      UnitAssigned by=PERSON; takesOverFrom=A104; override=CREW_WELFARE => A117 takes over from A104, because: crew welfare
      UnitStoodDown reason=MORE_URGENT_CALL; divertedTo=1044 => A117 was stood down: more urgent call, goes to 1044 instead
      UnitStoodDown reason=BETTER_UNIT; takenOverBy=A104 => A117 was let go, A104 takes over
      UnitStoodDown reason=BETTER_UNIT; takenOverBy=A104; divertedTo=1044 => A117 was let go, A104 takes over, goes to 1044 instead
      UnitsRecommended count=2; first=A104; driveSeconds=250; verdict=HOLD => 2 units recommended, A104 first (4 min away by road); advised to hold
      UnitsRecommended count=2; first=A104; driveSeconds=250; verdict=SEND; held=DIVERT => 2 units recommended, A104 first (4 min away by road); left to a person: it would take a unit away from somebody else
      JobStageReported stage=AT_SCENE => A117 reported: at scene
      AssessmentRecorded level=HUB; destination=CLINICAL_HUB; hubFirst=true => The patient was assessed: NEWS2 not complete; the rules call for a decision of the hub (clinical hub), after a word with the hub
      DispositionChosen disposition=ACUTE; service=ED; reason=CLINICAL_JUDGEMENT => Care chosen: convey to Maidstone Hospital, because: clinical judgement
      ReferralOffered service=FALLS; more=0; dueAt=2026-11-25T14:03:00Z => Falls team was asked, answer due by 14:03; nobody is next
      ReferralAnswered service=FALLS; answer=REFUSED; reason=NO_CAPACITY => Falls team declined: no capacity
      ReferralAnswered service=FALLS; answer=ACCEPTED; dueAt=2026-11-25T16:00:00Z => Falls team accepted; visit due by 16:00
      AttendanceReported service=FALLS; attended=false => The visit of Falls team did not happen
      PreAlertAcknowledged service=ED; bay=RESUS 2 => Maidstone Hospital is ready in RESUS 2 (kim)
      HandoverSigned practice=PRACTICE-1; kind=ACTION_REQUESTED; dueAt=2026-12-01T12:00:00Z => The handover was signed, to Hop Kiln Surgery; action asked by Tue 1 Dec, 12:00
      HandoverSigned kind=FOR_INFORMATION => The handover was signed, to no practice: none is known, for information
      HandoverDelivered delivery=FAILED => The handover to no known practice could not be delivered
      HandoverAnswered practice=PRACTICE-1; answer=REFUSED; reason=NOT_OUR_PATIENT => Hop Kiln Surgery refused the handover: not our patient
      HandoverSigned kind=FOR_INFORMATION; route=SHARING_REFUSED => The handover was signed and is kept: the patient does not want the practice to be told
      HandoverSigned kind=FOR_INFORMATION; route=UNREGISTERED => The handover was signed and is kept: the patient has no practice
      PreAlertCancelled service=ED => Maidstone Hospital need not wait any more: the warning is off
      FollowUpRecorded practice=PRACTICE-1; outcome=DONE => Hop Kiln Surgery on what was asked: done
      IdentityCorrected => Who the patient is was put down anew
      PatientsMerged into=1 => The same person as patient 1
      PatientsSeparated => Not the same person as the other after all
      HandoverAmended practice=PRACTICE-1; kind=FOR_INFORMATION => Something was added: the handover was signed, to Hop Kiln Surgery, for information
      HandoverRetracted practice=PRACTICE-1; reason=WRONG_PATIENT => The handover to Hop Kiln Surgery was taken back (about somebody else); another is owed
      ReturnHomeNoted => Kim wrote what helps the patient to come home
      DeadlinePassed obligation=ANSWER_REFERRAL; dueAt=2026-11-25T14:03:00Z => Not done in time: referral unanswered (due 14:03)
      """;
  private static final String TELL =
      """
      async (rows) => {
        const { sentence } = await import('/screens/shared/history.js');
        const names = (id) => ({ FALLS: 'Falls team', 'PRACTICE-1': 'Hop Kiln Surgery', ED: 'Maidstone Hospital' })[id] ?? 'nobody named';
        return rows.map((row) => sentence(row, names));
      }""";

  @Test
  void sentence_ofAnEvent_saysWhatHappened() {
    List<String[]> rows = TABLE.lines().map(line -> line.split(" => ", -1)).toList();
    List<Map<String, Object>> events = rows.stream().map(row -> event(row[0])).toList();

    assertThat(tell(events)).isEqualTo(rows.stream().map(row -> row[1]).toList());
  }

  @Test
  void sentence_ofEveryKind_isThere() {
    List<String> kinds = kinds(DispatchEvent.class).toList();
    assertThat(kinds).hasSizeGreaterThan(30);
    List<Map<String, Object>> bare = kinds.stream().map(kind -> event(kind, Map.of())).toList();

    assertThat(tell(bare)).asString().doesNotContain("no words");
    assertThat(tell(bare)).asString().doesNotContain("undefined");
  }

  /** The kind, then facts as {@code name=value} between semicolons. */
  private static Map<String, Object> event(String row) {
    int space = row.indexOf(' ');
    Map<String, Object> facts = new TreeMap<>();
    for (String fact : row.substring(space < 0 ? row.length() : space + 1).split("; ", -1)) {
      String[] parts = fact.split("=", 2);
      if (parts.length == 2) {
        facts.put(parts[0], parts[1]);
      }
    }
    return event(space < 0 ? row : row.substring(0, space), facts);
  }

  private static Map<String, Object> event(String kind, Map<String, Object> facts) {
    return Map.of(
        "kind",
        kind,
        "at",
        "2026-11-25T14:00:00Z",
        "actor",
        "user:kim",
        "unit",
        "A117",
        "facts",
        facts);
  }

  private static List<?> tell(List<Map<String, Object>> events) {
    Desk desk = BROWSER.stranger();
    desk.page().navigate("/sign-in");
    return (List<?>) desk.page().evaluate(TELL, events);
  }

  private static Stream<String> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(HistoryIT::kinds)
        : Stream.of(type.getSimpleName());
  }
}
