package org.doorstep.server.launch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.LetterReceiver;
import org.doorstep.handover.bars.BarsCaller;
import org.doorstep.handover.bars.BarsInbox;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.RequestDesk;
import org.doorstep.handover.fhir.FhirRequests;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.fhir.MessageValidator;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.outbox.HttpChannel;
import org.doorstep.handover.referral.ReferralParties;
import org.doorstep.server.config.ConfigFault;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.delivery.Delivery;
import org.doorstep.server.delivery.MessageFigures;
import org.doorstep.server.delivery.WorkerCheck;
import org.doorstep.server.http.BarsDoor;
import org.doorstep.server.http.LetterShelf;
import org.doorstep.server.http.ServedArea;

/** Ties messages of other systems, and ours to them, to the area. */
final class Messages {
  private final Database database;
  private final ServedArea area;
  private final ServerConfig.Bars config;
  private final Clock clock;

  Messages(Database database, ServedArea area, ServerConfig.Bars config, Clock clock) {
    this.database = database;
    this.area = area;
    this.config = config;
    this.clock = clock;
  }

  static void migrate(Database database) {
    database.migrate(BarsInbox.SCHEMA, BarsInbox.MIGRATIONS);
  }

  Delivery delivery() {
    return new Delivery(
        new Delivery.Stores(
            database.dataSource(),
            area.log(),
            area.record(),
            area.people().directory(),
            area.people().records()),
        new Delivery.Parties(sender(), receivers(), senders(), new RoadArrivals(area)),
        new WorkerCheck(
            new MessageValidator(config.profiles().map(Path::of).map(List::of).orElse(List.of()))),
        Duration.ofMinutes(config.alarmMinutes()),
        this::submit,
        clock);
  }

  BarsDoor door(Delivery delivery) {
    FhirTranslator translator = new FhirTranslator();
    // The first message would wait for seconds; the board need not wait for this.
    Thread warmUp = new Thread(translator::warmUp, "warm-up-messages");
    warmUp.setDaemon(true);
    warmUp.start();
    BarsInbox inbox =
        new BarsInbox(
            translator,
            database.dataSource(),
            area.record(),
            clock,
            new BarsInbox.ServedBy(
                area.reference().area(), area::isOnMap, this::planned, this::submit),
            delivery.answers());
    RequestDesk desk =
        new RequestDesk(
            new RequestDesk.Translators(new FhirRequests(), translator),
            delivery.requests(),
            delivery.shelf(),
            inbox,
            us());
    return new BarsDoor(desk, callers(), config.requireToken(), clock);
  }

  /** Each system by its token, with the services for which it speaks. */
  private Map<String, BarsCaller> callers() {
    Map<String, String> tokens =
        config.tokensFile().map(Path::of).map(BarsTokens::read).orElseGet(TreeMap::new);
    for (ServerConfig.BarsSystem system : config.systems()) {
      if (config.requireToken() && !tokens.containsValue(system.name())) {
        throw new ConfigFault(
            "The key (bars.systems) names (%s), which the tokens file does not."
                .formatted(system.name()));
      }
    }
    Map<String, BarsCaller> callers = new TreeMap<>();
    tokens.forEach(
        (token, name) ->
            callers.put(
                token,
                BarsCaller.of(
                    name,
                    config.systems().stream()
                        .filter(system -> system.name().equals(name))
                        .map(ServerConfig.BarsSystem::service)
                        .toList())));
    return callers;
  }

  private BarsResponse.Us us() {
    ServerConfig.Sender sender = config.sender();
    return new BarsResponse.Us(sender.odsCode(), sender.name(), sender.dosId(), sender.invented());
  }

  /** Who is told what becomes of requests. */
  private Map<String, HttpChannel.Endpoint> senders() {
    Map<String, HttpChannel.Endpoint> senders = new TreeMap<>();
    for (ServerConfig.BarsSystem system : config.systems()) {
      system
          .uri()
          .ifPresent(
              uri ->
                  senders.put(
                      system.service(),
                      new HttpChannel.Endpoint(
                          URI.create(uri),
                          system.tokenFile().map(Path::of).map(PasswordFile::read),
                          Optional.of(system.service()))));
    }
    return senders;
  }

  private PlannedResponse planned(Category category) {
    return ResponsePlan.of(area.protocol().shelf().running().responsePlan(), category);
  }

  private CompletableFuture<Reply> submit(Submission submission) {
    return area.gateway().submit(submission).toCompletionStage().toCompletableFuture();
  }

  private ReferralParties.Service sender() {
    ServerConfig.Sender sender = config.sender();
    return new ReferralParties.Service(
        new Organisation(sender.odsCode(), sender.name(), sender.invented()),
        sender.dosId(),
        sender.name());
  }

  private Map<ServiceId, HttpChannel.Endpoint> receivers() {
    Map<ServiceId, HttpChannel.Endpoint> receivers = new TreeMap<>();
    for (ServerConfig.Receiver receiver : config.receivers()) {
      ServiceId service = new ServiceId(receiver.service());
      if (area.people().directory().findName(service).isEmpty()) {
        throw new ConfigFault(
            "The key (bars.receivers) names (%s), which is not in the directory."
                .formatted(receiver.service()));
      }
      receivers.put(
          service,
          new HttpChannel.Endpoint(
              URI.create(receiver.uri()),
              receiver.tokenFile().map(Path::of).map(PasswordFile::read)));
    }
    return receivers;
  }

  /** What every page is told of messages, in numbers. */
  static Map<String, Object> beat(MessageFigures figures) {
    Map<String, Object> beat = new TreeMap<>();
    beat.put("exceptions", figures.exceptions());
    beat.put("late", figures.late());
    return beat;
  }

  /** The inboxes into which letters are delivered, for those who read them. */
  static LetterShelf letters(Delivery delivery, ServedArea area) {
    Directory directory = area.people().directory();
    return new LetterShelf(
        delivery.inbox(),
        reader -> directory.findReceiver(reader).map(LetterReceiver::odsCode),
        delivery.desk());
  }
}
