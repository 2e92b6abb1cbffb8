package org.doorstep.server.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.identity.Role;

/** The journey of one patient in the browser tests, in words; crew and desk act through the API. */
final class Journey {
  /** Of the invented patients: Grace Dummer-Test, registered with PRACTICE-1. */
  static final String GRACE = "9990020027";

  private static final String PATIENTS = "/api/areas/WEST_KENT/patients";
  private static final String ROUND =
      """
      {'takenAt':'%s',
       'breathing':{'respiratoryRate':%d,'oxygenSaturation':%d,'oxygen':{'given':false}},
       'circulation':{'systolicPressure':132,'pulse':%d},
       'consciousness':'ALERT','temperatureTenths':%d,'bedside':{'pain':3}}""";

  private static final int TRIES_MAX = 50;

  private final World world;
  private final long incident;
  private String unit = "";

  private Journey(World world, long incident) {
    this.world = world;
    this.incident = incident;
  }

  /** A call about a patient with a name and an NHS number. */
  static Journey called(World world, String complaint, String category, String nhsNumber)
      throws Exception {
    String call =
        """
        {'call':{'complaint':'%s','placeLabel':'12 Row Street, Tonbridge','patients':[{'name':'Grace Dummer-Test',
         'nhsNumber':'%s','ageYears':81,'sex':'female','unidentified':false}]},'category':'%s',
         'place':{'lat':51.1932,'lon':0.3028,'label':'12 Row Street, Tonbridge'}}"""
            .formatted(complaint, nhsNumber, category);
    Answer opened = world.other().command("OpenIncident", json(call));
    World.accepted(opened);
    long incident = opened.number("incident");
    world.awaitRecommendation(incident, 1);
    return new Journey(world, incident);
  }

  /** Somebody of a practice, hospital or service, or of the hub; known from then on. */
  static TestClient member(World world, String user, Role role, String service) throws Exception {
    world.server().addMember(user, role, Optional.of(new ServiceId(service)));
    return world.server().client(user);
  }

  long incident() {
    return incident;
  }

  /** The key of the patient on the pages. */
  String key() {
    return incident + "/1";
  }

  Journey crewGoes(String sign, String stage) throws Exception {
    unit = sign;
    world.onShift(sign);
    // The unit's coming may bring a new recommendation, and with it a new version, at any moment.
    Answer answer = assign(sign);
    for (int i = 0; i < TRIES_MAX && answer.status() != 200; i++) {
      world.await("a board that is up to date", () -> isUpToDate());
      answer = assign(sign);
    }
    world.other().awaitBoard(World.accepted(answer));
    return reports(stage);
  }

  /** Whether the incident's drive times are in and nothing newer is asked for. */
  private boolean isUpToDate() throws Exception {
    return Boolean.FALSE.equals(world.incident(incident).get("asking"));
  }

  private Answer assign(String sign) throws Exception {
    return world
        .other()
        .command(
            "AssignUnit",
            json(
                "{'incident':%d,'unit':'%s','overrideReason':'OTHER','saw':{'incident':%s,'unit':%s}}"
                    .formatted(
                        incident,
                        sign,
                        world.incident(incident).get("version"),
                        world.unit(sign).get("version"))));
  }

  Journey reports(String stage) throws Exception {
    world.other().awaitBoard(world.report(world.crew(unit), incident, unit, stage));
    return this;
  }

  /** Two rounds and findings: well in both, or ill in the second. */
  Journey assessed(boolean isWell, String... present) throws Exception {
    Instant now = Instant.now();
    String rounds =
        round(now.minus(Duration.ofMinutes(20)), true)
            + ","
            + round(now.minus(Duration.ofMinutes(5)), isWell);
    List<String> found = List.of(present);
    String absent =
        Arrays.stream(Finding.values())
            .map(Enum::name)
            .filter(each -> !found.contains(each))
            .map(each -> "'" + each + "'")
            .collect(Collectors.joining(","));
    String there = found.stream().map(each -> "'" + each + "'").collect(Collectors.joining(","));
    return crewGives(
        "RecordAssessment",
        "'assessment':{'patient':{'ageYears':81,'pregnant':false},'observations':[%s],'findings':{'present':[%s],'absent':[%s]}}"
            .formatted(rounds, there, absent));
  }

  /** Another patient of the same incident, of whom little is known. */
  Journey alsoAssessed(int number) throws Exception {
    return isDone(
        world
            .crew(unit)
            .command(
                "RecordAssessment",
                json(
                    """
                    {'patient':{'incident':%d,'number':%d},'assessment':{'patient':{'ageYears':81},
                     'observations':[],'findings':{'present':[],'absent':[]}}}"""
                        .formatted(incident, number))));
  }

  private static String round(Instant at, boolean isWell) {
    return isWell ? ROUND.formatted(at, 16, 97, 78, 368) : ROUND.formatted(at, 26, 91, 118, 386);
  }

  Journey chosen(String choice) throws Exception {
    return crewGives("ChooseDisposition", "'choice':{%s},'saw':%d".formatted(choice, version()));
  }

  Journey offered(int answerSeconds, String... services) throws Exception {
    String names = Arrays.stream(services).map(s -> "'" + s + "'").collect(Collectors.joining(","));
    return crewGives(
        "OfferReferral",
        "'services':[%s],'answerSeconds':%d,'words':{'summary':'Fall in the kitchen, no injury, walks with help','treatment':'Lifted, checked, made comfortable','asked':'Please see today: unsteady since a new tablet','author':'P. Medic PA00000'}"
            .formatted(names, answerSeconds));
  }

  Journey signed(String terms) throws Exception {
    return crewGives(
        "SignHandover",
        "'terms':{%s},'words':{'summary':'Fall, no injury','advice':'Call again when worse','asked':'Review medicines','author':'P. Medic PA00000'}"
            .formatted(terms));
  }

  Journey crewGives(String command, String rest) throws Exception {
    return isDone(world.crew(unit).command(command, body(rest)));
  }

  /** The board follows the log a little after the reply; the next step may look at it. */
  private Journey isDone(Answer answer) throws Exception {
    world.other().awaitBoard(World.accepted(answer));
    return this;
  }

  /** A command about the patient, by anybody. */
  Journey gives(TestClient client, String command, String rest) throws Exception {
    return isDone(client.command(command, body(rest)));
  }

  private String body(String rest) {
    return json(
        "{'patient':{'incident':%d,'number':1}%s%s}"
            .formatted(incident, rest.isEmpty() ? "" : ",", rest));
  }

  /** The patient as the desk sees it; empty once nothing is owed any more. */
  Map<?, ?> shown() throws Exception {
    return world.other().get(PATIENTS).list("patients").stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> String.valueOf(each.get("care")).contains("incident=" + incident + ","))
        .findFirst()
        .orElse(Map.of());
  }

  /** Waits until what the server knows of the patient's care has all these words. */
  void awaitCare(String... words) throws Exception {
    world.await(
        "care with " + List.of(words),
        () -> {
          String care = String.valueOf(shown().get("care"));
          return Arrays.stream(words).allMatch(care::contains);
        });
  }

  private long version() throws Exception {
    return shown().get("care") instanceof Map<?, ?> care && care.get("version") instanceof Long at
        ? at
        : 0;
  }

  static String json(String text) {
    return text.replace('\'', '"');
  }
}
