package org.doorstep.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.HubCommand.QueueCallBack;
import org.doorstep.dispatch.command.HubCommand.RecordCallBack;
import org.doorstep.dispatch.command.HubCommand.ReleaseCase;
import org.doorstep.dispatch.command.HubCommand.TakeCase;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CallBackReason;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.server.delivery.ResponsesWorld.RequestText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: whoever has sent a request is told of each change of it, in order, at least once and not
 * twice: waiting is planned, allocated in progress, on scene arrived, complete finished, without
 * help cancelled; a validation ends with category and outcome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ResponsesTest {
  private static final IncidentId FIRST = new IncidentId(1);
  private static final UnitId A1 = new UnitId("A1");
  private static final UnitId A2 = new UnitId("A2");

  private Database database;
  private MasterKey master;
  private ResponsesWorld world;

  @BeforeAll
  void open() throws Exception {
    var folder = ResponsesWorld.folder();
    database = ResponsesWorld.database(folder);
    master = MasterKey.readOrMake(folder.resolve("master.key"));
  }

  @AfterAll
  void shut() {
    database.close();
  }

  @BeforeEach
  void begin() throws Exception {
    world = new ResponsesWorld(database, master);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void referral_throughItsJourney_isToldOfEachChangeInOrder() throws Exception {
    RequestText request = RequestText.referral("a6t1");
    post(request);
    send(A1);
    stage(A1, JobStage.MOBILE);
    world.give(
        new StandDownUnit(
            world.head("user:desk"), FIRST, A1, JobEndReason.BETTER_UNIT, world.seen(A1)));
    send(A2);
    stage(A2, JobStage.AT_SCENE);
    stage(A2, JobStage.LEFT_SCENE);
    stage(A2, JobStage.CLEAR);

    assertThat(world.toldBy())
        .containsExactly("planned", "in-progress", "planned", "in-progress", "arrived", "finished");
    assertThat(world.told)
        .allSatisfy(
            each -> {
              assertThat(
                      ResponsesWorld.header(each).getJsonObject("response").getString("identifier"))
                  .isEqualTo(request.bundle());
              assertThat(ResponsesWorld.ours(each).getJsonArray("episodeOfCare").encode())
                  .contains("EpisodeOfCare/j1");
            });
    assertThat(reasons()).containsExactly("new", "update", "update", "update", "update", "update");
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void referral_secondUnitAllocated_tellsNothingNew() throws Exception {
    post(RequestText.referral("a6t1"));
    send(A1);
    send(A2);

    assertThat(world.toldBy()).containsExactly("planned", "in-progress");
  }

  @Test
  void aid_passedOn_isCancelledForWantOfAResource() throws Exception {
    post(RequestText.referral("a6t3"));
    close(CloseReason.PASSED_ON);

    assertThat(world.toldBy()).containsExactly("planned", "cancelled");
    assertThat(reasonCode()).contains("\"code\":\"RRNA\"");
  }

  @Test
  void referral_closedWithoutHelp_isCancelledWithAReason() throws Exception {
    post(RequestText.referral("a3t1"));
    close(CloseReason.CALLED_OFF);

    assertThat(world.toldBy()).containsExactly("planned", "cancelled");
    assertThat(reasonCode()).contains("\"code\":\"OTH\"");
  }

  @Test
  void validation_takenByNameAndLowered_goesBackTriagedWithTheCategory() throws Exception {
    post(RequestText.validation());
    callBack();
    world.give(recorded(CallBackOutcome.DOWNGRADED, Optional.of(Category.C4)));

    assertThat(world.toldBy()).containsExactly("planned", "in-progress", "triaged");
    assertThat(definitions())
        .containsExactly("validation-interim", "validation-interim", "validation-full");
    assertThat(reasons()).containsExactly("new", "new", "update");
    assertThat(world.told.get(1).encode()).contains("\"text\":\"hub1\"");
    assertThat(plan()).contains("\"code\":\"C4\"").contains("Less urgent");
  }

  @Test
  void validation_advised_isFinishedWithTheOutcome() throws Exception {
    post(RequestText.validation());
    callBack();
    world.give(recorded(CallBackOutcome.ADVISED, Optional.empty()));

    assertThat(world.toldBy()).containsExactly("planned", "in-progress", "finished");
    assertThat(plan()).contains("\"code\":\"C3\"").contains("Advice and a safety net");
  }

  @Test
  void validation_givenBackByTheClinician_waitsAgain() throws Exception {
    post(RequestText.validation());
    world.give(new TakeCase(world.head("user:hub1"), FIRST, Optional.empty(), clinician()));
    world.give(new ReleaseCase(world.head("user:hub1"), FIRST));

    assertThat(world.toldBy()).containsExactly("planned", "in-progress", "planned");
  }

  @Test
  void log_followedAgainFromItsBeginning_tellsNothingTwice() throws Exception {
    post(RequestText.referral("a6t1"));
    send(A1);
    List<String> before = world.toldBy();
    assertThat(world.update("update message.projection set sequence = 0 where area = ?"))
        .isEqualTo(1);

    assertThat(world.toldBy()).isEqualTo(before).hasSize(2);
  }

  @Test
  void processThatEndedBeforeItPutDownTheIncident_isMadeGood() throws Exception {
    post(RequestText.referral("a6t1"));
    send(A1);
    world.update("update message.request set incident = null, way = null where area = ?");

    assertThat(world.toldBy()).containsExactly("planned", "in-progress");
  }

  @Test
  void sender_withoutAnAddress_isToldNothing() throws Exception {
    post(RequestText.referral("a6t1"));
    world.delivery(List.of("3333333333")).run();

    assertThat(world.statuses()).isEmpty();
    assertThat(world.update("update message.outgoing set fault = fault where area = ?")).isZero();
  }

  @Test
  void update_ofTheSender_isNoChangeOfOurs_andAnotherSendersIsToldWhereItStands() throws Exception {
    RequestText request = RequestText.referral("a6t1");
    post(request);
    send(A1);
    assertThat(world.toldBy()).hasSize(2);
    RequestText other =
        new RequestText(
            "11111111-0000-4000-8000-00000000000c", "j1", "referral", "a6t1", "3333333333");
    world.postText(request.json("update", "active"));
    world.postText(other.json("update", "active"));
    world.delivery(List.of(ResponsesWorld.SENDER, "3333333333")).run();

    assertThat(world.statuses()).containsExactly("planned", "in-progress", "in-progress");
    assertThat(
            ResponsesWorld.header(world.told.get(2))
                .getJsonArray("destination")
                .getJsonObject(0)
                .getString("endpoint"))
        .endsWith("|3333333333");
  }

  @Test
  void receiver_thatRefusesOneWord_isToldTheNextAllTheSame() throws Exception {
    post(RequestText.referral("a6t1"));
    world.answer.set(400);
    assertThat(world.toldBy()).containsExactly("planned");
    world.answer.set(200);
    send(A1);

    assertThat(world.toldBy()).containsExactly("planned", "in-progress");
    assertThat(world.toldBy()).hasSize(2);
  }

  private void post(RequestText request) throws Exception {
    assertThat(world.post(request)).isEqualTo(200);
    signOn(A1);
    signOn(A2);
  }

  private void signOn(UnitId unit) throws Exception {
    world.give(
        new SignOnUnit(
            world.head("user:desk"),
            unit,
            new Shift(
                UnitKind.AMBULANCE,
                Capabilities.of(
                    Capability.ASSESSMENT, Capability.EMERGENCY_CARE, Capability.CONVEYANCE),
                "Tonbridge",
                ResponsesWorld.NOW.plusSeconds(40_000))));
  }

  private void send(UnitId unit) throws Exception {
    world.give(
        new AssignUnit(
            world.head("user:desk"),
            FIRST,
            unit,
            Optional.empty(),
            Optional.of(OverrideReason.OTHER),
            world.seen(unit)));
  }

  private void stage(UnitId unit, JobStage stage) throws Exception {
    world.give(new ReportJobStage(world.head("user:crew"), FIRST, unit, stage));
  }

  private void close(CloseReason reason) throws Exception {
    world.give(new CloseIncident(world.head("user:desk"), FIRST, reason, 1, clinician()));
  }

  private void callBack() throws Exception {
    world.give(new QueueCallBack(world.head("user:desk"), FIRST, CallBackReason.VALIDATION));
    world.give(new TakeCase(world.head("user:hub1"), FIRST, Optional.empty(), clinician()));
  }

  private RecordCallBack recorded(CallBackOutcome outcome, Optional<Category> category) {
    return new RecordCallBack(
        world.head("user:hub1"),
        FIRST,
        outcome,
        category,
        Optional.of(new RecordId(new UUID(7, 7))),
        clinician());
  }

  private static Optional<Actor> clinician() {
    return Optional.of(new Actor("user:hub1"));
  }

  private List<String> ids() {
    return world.told.stream().map(each -> each.getString("id")).toList();
  }

  private List<String> reasons() {
    return world.told.stream()
        .map(
            each ->
                ResponsesWorld.header(each)
                    .getJsonObject("reason")
                    .getJsonArray("coding")
                    .getJsonObject(0)
                    .getString("code"))
        .toList();
  }

  private List<String> definitions() {
    return world.told.stream()
        .map(each -> ResponsesWorld.header(each).getString("definition"))
        .map(each -> each.replaceFirst("^.*servicerequest-response-", ""))
        .toList();
  }

  private String reasonCode() {
    JsonArray reasons =
        ResponsesWorld.ours(world.told.get(world.told.size() - 1)).getJsonArray("reasonCode");
    return reasons.encode();
  }

  private String plan() {
    return world.told.get(world.told.size() - 1).getJsonArray("entry").stream()
        .map(JsonObject.class::cast)
        .map(entry -> entry.getJsonObject("resource"))
        .filter(resource -> "CarePlan".equals(resource.getString("resourceType")))
        .map(JsonObject::encode)
        .reduce("", String::concat);
  }
}
