package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.SubmissionFault;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.handover.fhir.AnswerValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** FEATURE: a message becomes one incident, or a call of one, however often it is posted. */
@ExtendWith(InboxWorld.Provided.class)
class BarsInboxTest {
  private final SampleMessage message = new SampleMessage();
  private final InboxWorld world;

  BarsInboxTest(InboxWorld.Stand stand) {
    world = new InboxWorld(stand);
  }

  @BeforeEach
  void safeScene() {
    message.extra.add(SampleMessage.flag("SS", "S"));
  }

  @Test
  void receive_newRequest_isOnTheBoardWithItsPlaceAndWords() {
    BarsAnswer answer = world.post(message.json());

    Incident incident = only();
    CallDetails call = world.calls().get(0);
    assertThat(answer.httpStatus()).isEqualTo(200);
    assertThat(AnswerValidator.listErrors(answer.body())).isEmpty();
    assertThat(incident.triage().category()).isEqualTo(Category.C2);
    assertThat(incident.report().flags()).isEmpty();
    assertThat(
            incident
                .report()
                .place()
                .flatMap(p -> world.record.open(incident.report().record(), p)))
        .hasValue(new Position(51.195, 0.275));
    assertThat(call.complaint()).isEqualTo("Fall");
    assertThat(call.reference()).hasValue("case-77");
    assertThat(call.patients().get(0).ageYears()).hasValue(76);
  }

  @Test
  void receive_sameMessageAgain_getsTheSameAnswerAndNoSecondIncident() {
    BarsAnswer first = world.post(message.json());
    BarsAnswer second = world.post(message.json().replace("\n", "\n  "));

    assertThat(second).isEqualTo(first);
    only();
    assertThat(world.queries("select way from message.request where area = ?")).hasSize(1);
    assertThat(world.queries("select outcome from message.received where area = ?"))
        .containsExactly("opened", "opened");
  }

  @Test
  void receive_sameMessageFromManyThreadsAndNodes_opensOneIncident() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<BarsAnswer>> answers = new ArrayList<>();
    List<BarsInbox> nodes = List.of(world.inbox(), world.inbox());
    byte[] body = message.json().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 16; i++) {
      BarsInbox node = nodes.get(i % 2);
      answers.add(
          threads.submit(
              () -> node.receive(body, Optional.of("application/fhir+json"), BarsCaller.ANYBODY)));
    }
    for (Future<BarsAnswer> answer : answers) {
      assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(answers.get(0).get());
    }
    threads.shutdown();
    only();
    assertThat(world.calls()).hasSize(1);
  }

  @Test
  void receive_newRequestThatReusesAName_opensAnotherIncidentAndSaysSo() {
    world.post(message.json());
    message.complaint = "Chest pain";
    world.post(message.json());

    assertThat(world.incidents()).hasSize(2);
    assertThat(world.calls().get(1).narrative().orElse(""))
        .contains("The sender has used the name of this request before: incident 1.");
  }

  @Test
  void receive_update_isAddedToItsIncidentForAPersonToDecide() {
    world.post(message.json());
    message.reason = "update";
    message.category = "C1";
    message.extra.add(SampleMessage.flag("SG", "x"));

    BarsAnswer answer = world.post(message.json());

    assertThat(answer.httpStatus()).isEqualTo(200);
    assertThat(only().triage().category()).isEqualTo(Category.C2);
    assertThat(only().report().flags()).containsExactly(Flag.SAFEGUARDING, Flag.SENDER_UPDATED);
    assertThat(world.calls().get(1).narrative().orElse(""))
        .startsWith("The sender's category is now C1; it was C2. A person decides.");
  }

  @Test
  void receive_updateWithTheSameBundleId_isNotTakenForARepeat() {
    world.post(message.json());
    message.reason = "update";
    world.post(message.json());
    message.complaint = "Fall, now drowsy";
    world.post(message.json());

    assertThat(world.calls()).hasSize(3);
  }

  @Test
  void receive_updateOfAnotherRequestOfTheJourney_isAddedAndSaysSo() {
    world.post(message.json());
    message.reason = "update";
    message.request = UUID.nameUUIDFromBytes(new byte[] {2}).toString();
    world.post(message.json());

    only();
    assertThat(world.calls().get(1).narrative().orElse("")).startsWith("Matched by the patient's");
  }

  @Test
  void receive_updateOfAnotherSenderWithTheSameName_isNotAdded() {
    world.post(message.json());
    message.reason = "update";
    message.journey = "journey-2";
    message.source = "https://fhir.nhs.uk/Id/dos-service-id|333";
    world.post(message.json());

    assertThat(world.incidents()).hasSize(2);
  }

  @Test
  void receive_updateOfAnUnknownRequest_opensAnIncidentThatSaysSo() {
    message.reason = "update";
    world.post(message.json());

    assertThat(only().report().flags()).isEmpty();
    assertThat(world.calls().get(0).narrative().orElse("")).startsWith("The sender calls this an");
  }

  @Test
  void receive_cancellation_isFlaggedAndClosesNothing() {
    world.post(message.json());
    message.reason = "update";
    message.status = "revoked";
    BarsAnswer answer = world.post(message.json());

    assertThat(answer.httpStatus()).isEqualTo(200);
    assertThat(only().report().flags()).containsExactly(Flag.SENDER_CALLED_OFF);
    assertThat(world.calls().get(1).complaint()).isEqualTo("CALLED OFF by the sender: Fall");
  }

  @Test
  void receive_cancellationOfAnUnknownRequest_isNotFoundUntilTheRequestCame() {
    SampleMessage request = new SampleMessage();
    message.reason = "delete";
    message.status = "entered-in-error";
    BarsAnswer tooEarly = world.post(message.json());
    world.post(request.json());
    BarsAnswer again = world.post(message.json());

    assertThat(tooEarly.httpStatus()).isEqualTo(404);
    assertThat(tooEarly.body()).contains("REC_NOT_FOUND", "not-found");
    assertThat(again.httpStatus()).isEqualTo(200);
    assertThat(only().report().flags()).contains(Flag.SENDER_CALLED_OFF);
  }

  @Test
  void receive_updateOfAClosedIncident_opensAnother() {
    world.post(message.json());
    close(only());
    message.reason = "update";
    world.post(message.json());

    assertThat(only().id().value()).isEqualTo(2);
  }

  @Test
  void receive_cancellationOfAClosedIncident_isNotFound() {
    world.post(message.json());
    close(only());
    message.status = "revoked";

    assertThat(world.post(message.json()).httpStatus()).isEqualTo(404);
    assertThat(world.incidents()).isEmpty();
  }

  @Test
  void receive_placeOffTheMapOrSwapped_isFlagged() {
    message.position = "\"latitude\": -1.54, \"longitude\": 53.8";
    world.post(message.json());

    assertThat(only().report().flags())
        .containsExactly(Flag.PLACE_UNCONFIRMED, Flag.PLACE_OFF_MAP, Flag.PLACE_WAS_SWAPPED);
  }

  @Test
  void receive_nothingSaidOfTheScene_countsAsUnknown() {
    message.extra.clear();
    world.post(message.json());

    assertThat(only().report().flags()).containsExactly(Flag.SCENE_SAFETY_UNKNOWN);
  }

  @Test
  void receive_twoPatientsOneUnidentified_keepsBoth() {
    message.patients.add(SampleMessage.patientUnknown("p2"));
    world.post(message.json());

    assertThat(only().report().flags()).containsExactly(Flag.PATIENT_UNIDENTIFIED);
    assertThat(world.calls().get(0).patients())
        .extracting(patient -> patient.unidentified())
        .containsExactly(false, true);
  }

  @Test
  void receive_noCategory_isTakenAsC2AndSaysSo() {
    message.category = "";
    world.post(message.json());

    assertThat(only().triage().category()).isEqualTo(Category.C2);
    assertThat(world.calls().get(0).narrative().orElse("")).contains("C2 was taken until somebody");
  }

  @Test
  void receive_nothingAtAllToGoBy_isRefused() {
    message.category = "";
    message.position = "";
    message.complaint = "";
    message.patients.clear();
    message.extra.clear();

    BarsAnswer answer = world.post(message.json());

    assertThat(answer.httpStatus()).isEqualTo(400);
    assertThat(world.incidents()).isEmpty();
    assertThat(AnswerValidator.listErrors(answer.body())).isEmpty();
  }

  @Test
  void receive_areaTooBusy_saysToPostAgainAndTheRepeatWorks() {
    List<String> refusals = new ArrayList<>(List.of("once"));
    BarsInbox inbox =
        world.inbox(
            submission ->
                refusals.remove("once")
                    ? CompletableFuture.failedFuture(
                        new SubmissionFault(SubmissionFault.Kind.BUSY, "busy"))
                    : world.keeper.submit(submission));
    byte[] body = message.json().getBytes(StandardCharsets.UTF_8);

    assertThat(inbox.receive(body, Optional.empty(), BarsCaller.ANYBODY).httpStatus())
        .isEqualTo(503);
    assertThat(inbox.receive(body, Optional.empty(), BarsCaller.ANYBODY).httpStatus())
        .isEqualTo(200);
    only();
    assertThat(world.calls()).hasSize(1);
  }

  @Test
  void receive_replyLostAndProcessEnded_repeatFindsTheIncidentOfTheFirst() {
    BarsInbox inbox =
        world.inbox(
            submission -> {
              world.keeper.submit(submission).join();
              return CompletableFuture.failedFuture(
                  new SubmissionFault(SubmissionFault.Kind.UNKNOWN, "unknown"));
            });
    byte[] body = message.json().getBytes(StandardCharsets.UTF_8);

    assertThat(inbox.receive(body, Optional.empty(), BarsCaller.ANYBODY).httpStatus())
        .isEqualTo(408);
    assertThat(world.post(body).httpStatus()).isEqualTo(200);
    Incident incident = only();
    assertThat(
            incident
                .report()
                .place()
                .flatMap(p -> world.record.open(incident.report().record(), p)))
        .isPresent();
  }

  private Incident only() {
    assertThat(world.incidents()).hasSize(1);
    return world.incidents().get(0);
  }

  private void close(Incident incident) {
    CommandHead head =
        new CommandHead(
            new CommandId(UUID.randomUUID()), world.area, Actor.user("desk"), InboxWorld.NOW);
    world
        .keeper
        .submit(
            Submission.internal(
                new Command.CloseIncident(
                    head, incident.id(), CloseReason.CALLED_OFF, incident.version())))
        .join();
  }
}
