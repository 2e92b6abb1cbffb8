package org.doorstep.server.delivery;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.engine.OpenWork;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.AreaKeeper;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.handover.bars.BarsCaller;
import org.doorstep.handover.bars.BarsInbox;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.fhir.MessageValidator;
import org.doorstep.handover.gp.InventedRecords;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.outbox.HttpChannel;
import org.doorstep.handover.referral.ReferralParties;
import org.doorstep.server.MovableClock;

/** An area that takes requests, and a system that is told what becomes of them. */
final class ResponsesWorld implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  static final String SENDER = "2222222222";
  private static final AtomicInteger AREAS = new AtomicInteger();
  private static final MessageValidator CHECK = new MessageValidator();

  final Database database;
  final AreaId area = new AreaId("TOLD_" + AREAS.incrementAndGet());
  final MovableClock clock = new MovableClock(NOW);
  final List<JsonObject> told = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger answer = new AtomicInteger(200);
  private final HttpServer sender;
  private final AreaLog log;
  private final IncidentRecord record;
  private final AreaKeeper keeper;
  private final BarsInbox inbox;
  private int commands;

  ResponsesWorld(Database database, MasterKey master) throws IOException, LogFault {
    this.database = database;
    this.record = new IncidentRecord(database.dataSource(), master);
    this.log = new AreaLog(database.dataSource(), area);
    this.keeper =
        new AreaKeeper(
            log,
            (effect, view) -> {},
            sequence -> {},
            view -> Optional.empty(),
            () -> AreaModel.CLOSEST,
            () -> {});
    keeper.start();
    this.inbox =
        new BarsInbox(
            new FhirTranslator(),
            database.dataSource(),
            record,
            clock,
            new BarsInbox.ServedBy(area, place -> true, ResponsesWorld::planned, keeper::submit),
            delivery(List.of()).answers());
    this.sender = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sender.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          told.add(new JsonObject(new String(body, StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(answer.get(), -1);
          exchange.close();
        });
    sender.start();
  }

  /** Migrated, in a folder of its own. */
  static Database database(Path folder) {
    Database database = Database.embedded(folder.resolve("database"));
    database.migrate("log", "db/log");
    database.migrate("record", "db/record");
    database.migrate(BarsInbox.SCHEMA, BarsInbox.MIGRATIONS);
    return database;
  }

  static Path folder() throws IOException {
    Path target = Path.of("target").toAbsolutePath();
    Files.createDirectories(target);
    return Files.createTempDirectory(target, "told-");
  }

  /** Deliveries to the senders that have an address. */
  Delivery delivery(List<String> senders) {
    Map<String, HttpChannel.Endpoint> endpoints = new TreeMap<>();
    senders.forEach(
        each ->
            endpoints.put(
                each,
                new HttpChannel.Endpoint(
                    URI.create("http://localhost:" + sender.getAddress().getPort() + "/"),
                    Optional.empty(),
                    Optional.of(each))));
    return new Delivery(
        new Delivery.Stores(
            database.dataSource(), log, record, Directory.westKent(), InventedRecords.westKent()),
        new Delivery.Parties(
            new ReferralParties.Service(
                new Organisation("ZZ900", "Doorstep (invented)", true),
                "2000000900",
                "Doorstep (invented)"),
            Map.of(),
            endpoints,
            ExpectedArrival.UNKNOWN),
        CHECK,
        Duration.ofMinutes(30),
        keeper::submit,
        clock);
  }

  private static PlannedResponse planned(Category category) {
    return ResponsePlan.of(ProtocolFiles.compiled(TableKind.RESPONSE_PLAN), category);
  }

  /** Posts a request; the status of the answer. */
  int post(RequestText request) {
    return postText(request.json());
  }

  /** Posts a message; the status of the answer. */
  int postText(String message) {
    clock.pass(Duration.ofSeconds(1));
    return inbox
        .receive(message.getBytes(StandardCharsets.UTF_8), Optional.empty(), BarsCaller.ANYBODY)
        .httpStatus();
  }

  /** The head of a command of somebody, a minute later. */
  CommandHead head(String actor) {
    clock.pass(Duration.ofMinutes(1));
    commands++;
    return new CommandHead(
        new CommandId(DerivedId.of(area.value(), Integer.toString(commands))),
        area,
        new Actor(actor),
        clock.instant());
  }

  /** Gives a command that must be accepted. */
  Reply give(Command command) throws Exception {
    Reply reply =
        keeper
            .submit(new Submission(command, command.head().id().value().toString()))
            .get(20, TimeUnit.SECONDS);
    if (reply.rejection().isPresent()) {
      throw new AssertionError("Refused: " + reply.rejection());
    }
    return reply;
  }

  /** What somebody sees who looks at the first incident and a unit now. */
  Seen seen(UnitId unit) throws LogFault {
    OpenWork open = log.recover().state().snapshot().open();
    return new Seen(
        open.incidents().get(0).version(),
        open.units().stream()
            .filter(each -> each.id().equals(unit))
            .findFirst()
            .orElseThrow()
            .version());
  }

  /** Delivers what is due to the usual sender, and says what it has been told by then. */
  List<String> toldBy() {
    delivery(List.of(SENDER)).run();
    return statuses();
  }

  /** Of each message, the status of our encounter. */
  List<String> statuses() {
    return told.stream().map(each -> ours(each).getString("status")).toList();
  }

  /** Our encounter: the one that the header points at. */
  static JsonObject ours(JsonObject bundle) {
    String focus = header(bundle).getJsonArray("focus").getJsonObject(0).getString("reference");
    return bundle.getJsonArray("entry").stream()
        .map(JsonObject.class::cast)
        .filter(entry -> focus.equals(entry.getString("fullUrl")))
        .map(entry -> entry.getJsonObject("resource"))
        .findFirst()
        .orElseThrow();
  }

  static JsonObject header(JsonObject bundle) {
    return bundle.getJsonArray("entry").getJsonObject(0).getJsonObject("resource");
  }

  int update(String sql) {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, area.value());
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sender.stop(0);
    keeper.close();
  }

  /** A request in words. */
  record RequestText(String request, String journey, String purpose, String useCase, String from) {
    static RequestText referral(String useCase) {
      return new RequestText(
          "11111111-0000-4000-8000-00000000000a", "j1", "referral", useCase, SENDER);
    }

    static RequestText validation() {
      return new RequestText(
          "11111111-0000-4000-8000-00000000000b", "j2", "validation", "a4t1", SENDER);
    }

    /** The id of its bundle. */
    String bundle() {
      return DerivedId.of("bundle", request, from).toString();
    }

    String json() {
      return json("new", "active");
    }

    String json(String reason, String status) {
      return """
      {"resourceType":"Bundle","id":"%s","type":"message","timestamp":"2026-11-25T08:59:00Z","entry":[
       {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000001","resource":{
        "resourceType":"MessageHeader",
        "eventCoding":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},
        "source":{"name":"County desk","endpoint":"https://fhir.nhs.uk/Id/dos-service-id|%s"},
        "reason":{"coding":[{"system":"https://fhir.nhs.uk/CodeSystem/message-reason-bars","code":"%s"}]},
        "focus":[{"reference":"urn:uuid:%s"}]}},
       {"fullUrl":"urn:uuid:%s","resource":{"resourceType":"ServiceRequest","status":"%s","intent":"plan",
        "category":[{"coding":[
         {"system":"https://fhir.nhs.uk/CodeSystem/message-category-servicerequest","code":"%s"},
         {"system":"https://fhir.nhs.uk/CodeSystem/usecases-categories-bars","code":"%s"}]}],
        "authoredOn":"2026-11-25T08:58:00Z",
        "occurrencePeriod":{"start":"2026-11-25T08:58:00Z","end":"2026-11-25T09:58:00Z"},
        "subject":{"reference":"urn:uuid:22222222-0000-4000-8000-000000000002"},
        "encounter":{"reference":"urn:uuid:22222222-0000-4000-8000-000000000003"}}},
       {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000002","resource":{"resourceType":"Patient",
        "name":[{"family":"Example","given":["Ann"]}],"gender":"female","birthDate":"1950-02-01"}},
       {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000003","resource":{"resourceType":"Encounter",
        "status":"triaged","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"EMER"},
        "episodeOfCare":[{"reference":"EpisodeOfCare/%s"}]}},
       {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000004","resource":{"resourceType":"CarePlan",
        "status":"active","intent":"plan","subject":{"reference":"urn:uuid:22222222-0000-4000-8000-000000000002"},
        "activity":[{"outcomeCodeableConcept":[{"coding":[
         {"system":"https://fhir.nhs.uk/CodeSystem/arp-priority-codes","code":"C3"}]}]}]}}]}
      """
          .formatted(bundle(), from, reason, request, request, status, purpose, useCase, journey);
    }
  }
}
