package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.handover.fhir.Profiles;
import org.doorstep.handover.outbox.MessageCheck.Fault;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: each written case, in each outcome that people may choose for it, leaves a running
 * server as messages without an error by base R4, UK Core and BaRS: the letter, the offer to a
 * service and its taking back, and what the receiver says to each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(1_200)
class EveryMessageTest {
  private static final List<String> PATIENTS =
      List.of(
          "{'name':'Fennel Fictive','nhsNumber':'9990000018','ageYears':84,'unidentified':false}",
          "{'name':'Sorrel','ageYears':31,'sex':'FEMALE','unidentified':false}",
          "{'unidentified':true}",
          "{'name':'Rue Fictive','nhsNumber':'9990000019','unidentified':false}");
  private static final List<Disposition> WITH_A_CREW =
      List.of(Disposition.TREAT_AT_SCENE, Disposition.COMMUNITY, Disposition.ACUTE);
  private static final int LETTERS_EACH = 4;
  private static final int OFFERS_EACH = 2;
  private static final int WARNINGS_EACH = 1;
  private static final String WORDS =
      "{'summary':'Seen','treatment':'None','advice':'Call again when worse','asked':'Review'}";

  private final ServiceDirectory directory = Directory.westKent().services();
  private final Map<String, Position> places = WrittenCase.places();
  private TakingReceiver receiver;
  private TestServer server;
  private TestClient desk;
  private int turn;

  @BeforeAll
  void start() throws Exception {
    receiver = new TakingReceiver();
    server =
        TestServer.start(
            Clock.systemUTC(),
            TestServer.freshFolder(),
            Map.of("bars", Map.of("require-token", false, "receivers", receivers())));
    desk = server.client("desk1");
  }

  @AfterAll
  void stop() {
    server.close();
    receiver.close();
  }

  private List<Map<String, String>> receivers() {
    return Stream.concat(
            directory.services().stream().map(Service::id),
            Directory.westKent().practices().practices().stream().map(each -> each.id()))
        .map(id -> Map.of("service", id.value(), "uri", receiver.uri()))
        .toList();
  }

  @Test
  void everyCase_inEveryOutcomeThatFits_leavesAsValidMessages() throws Exception {
    List<WrittenCase> cases = WrittenCase.cases();
    for (WrittenCase each : cases) {
      handedBack(each);
    }
    int expected = cases.size() * (LETTERS_EACH + OFFERS_EACH + WARNINGS_EACH);
    assertThat(receiver.await(expected, 600)).as("%d messages arrived", expected).isTrue();

    List<byte[]> all =
        Stream.concat(receiver.messages().stream(), receiver.receipts().stream()).toList();
    List<String> faults = all.parallelStream().flatMap(EveryMessageTest::faults).toList();
    System.out.printf(
        "%d written cases: %d messages and %d receipts, %d faults%n",
        cases.size(), receiver.messages().size(), receiver.receipts().size(), faults.size());
    assertThat(faults).isEmpty();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(66);
  }

  private static Stream<String> faults(byte[] message) {
    return Profiles.listFaults(message).stream().map(Fault::toString);
  }

  /** One incident with a crew and a patient for each outcome there, and one by telephone. */
  private void handedBack(WrittenCase written) throws Exception {
    AssessmentFile file = written.file(places);
    DestinationRanking ranking =
        CareAnswer.of(
                ProtocolFiles.westKent(), directory, file, PlaceDrives.straight(directory)::find)
            .destinations()
            .orElseThrow();
    turn++;
    long incident = opened(WITH_A_CREW.size());
    attended(incident);
    for (int i = 0; i < WITH_A_CREW.size(); i++) {
      handedBack(incident, i + 1, WITH_A_CREW.get(i), file.assessment(), ranking);
    }
    handedBack(opened(1), 1, Disposition.HEAR_AND_TREAT, file.assessment(), ranking);
  }

  private void handedBack(
      long incident,
      int patient,
      Disposition disposition,
      Assessment assessment,
      DestinationRanking ranking)
      throws Exception {
    Optional<ServiceId> to = destination(disposition, ranking);
    String about = "{'patient':{'incident':%d,'number':%d}".formatted(incident, patient);
    boolean seen = disposition != Disposition.HEAR_AND_TREAT;
    if (seen) {
      // Nobody is assessed by telephone.
      give("RecordAssessment", about + ",'assessment':" + json(assessment) + "}");
    }
    give(
        "ChooseDisposition",
        about
            + ",'choice':{'disposition':'%s','reason':'OTHER'%s},'saw':%d}"
                .formatted(
                    disposition,
                    to.map(id -> ",'destination':'" + id.value() + "'").orElse(""),
                    seen ? 1 : 0));
    if (disposition == Disposition.COMMUNITY) {
      give(
          "OfferReferral",
          about
              + ",'services':['%s'],'answerSeconds':600,'words':%s}"
                  .formatted(to.orElseThrow().value(), WORDS));
      give("CancelReferral", about + ",'referral':1}");
    }
    if (disposition == Disposition.ACUTE) {
      give(
          "SendPreAlert",
          about + ",'words':{'age':'84','time':'20 minutes ago','mechanism':'As written'}}");
    }
    give("SignHandover", about + ",'terms':%s,'words':%s}".formatted(terms(), WORDS));
  }

  private static String json(Assessment assessment) {
    return new String(RecordJson.write(assessment), StandardCharsets.UTF_8);
  }

  /** Action is asked of every other practice. */
  private String terms() {
    int practice = 1 + turn % 3;
    return turn % 2 == 0
        ? "{'kind':'FOR_INFORMATION','practice':'PRACTICE-%d'}".formatted(practice)
        : "{'kind':'ACTION_REQUESTED','practice':'PRACTICE-%d','dueAt':'2036-12-01T12:00:00Z'}"
            .formatted(practice);
  }

  /** Whoever is ranked first, where that is a place of this outcome; else a usual one. */
  private Optional<ServiceId> destination(Disposition disposition, DestinationRanking ranking) {
    Map<Disposition, String> usual = new TreeMap<>();
    usual.put(Disposition.COMMUNITY, "URGENT-COMMUNITY");
    usual.put(Disposition.ACUTE, "MAIDSTONE-ED");
    String other = usual.get(disposition);
    if (other == null) {
      return Optional.empty();
    }
    return ranking.options().stream()
        .map(option -> option.service())
        .filter(id -> id.value().matches(".*-ED") == (disposition == Disposition.ACUTE))
        .findFirst()
        .or(() -> Optional.of(new ServiceId(other)));
  }

  private long opened(int patients) throws Exception {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < patients; i++) {
      told.add(PATIENTS.get((turn + i) % PATIENTS.size()));
    }
    return give(
            "OpenIncident",
            "{'call':{'complaint':'As written','patients':[%s]},'category':'C3','place':{'lat':51.1932,'lon':0.3028,'label':'Row Street'}}"
                .formatted(String.join(",", told)))
        .number("incident");
  }

  private void attended(long incident) throws Exception {
    String unit = "W" + turn;
    desk.signOn(unit);
    give(
        "AssignUnit",
        "{'incident':%d,'unit':'%s','overrideReason':'OTHER','saw':{'incident':1,'unit':1}}"
            .formatted(incident, unit));
    give(
        "ReportJobStage",
        "{'incident':%d,'unit':'%s','stage':'AT_PATIENT'}".formatted(incident, unit));
  }

  private Answer give(String command, String body) throws Exception {
    Answer answer = desk.command(command, body.replace('\'', '"'));
    assertThat(answer.status()).as("%s: %s", command, answer.text()).isEqualTo(200);
    return answer;
  }
}
