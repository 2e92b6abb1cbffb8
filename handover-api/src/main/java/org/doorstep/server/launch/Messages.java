package org.doorstep.server.launch;

import io.vertx.core.buffer.Buffer;
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
import org.doorstep.dispatch.shell.reference.Practice;
import org.doorstep.dispatch.shell.reference.Practices;
import org.doorstep.handover.bars.BarsAnswer;
import org.doorstep.handover.bars.BarsInbox;
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
import org.jspecify.annotations.Nullable;

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
        new Delivery.Parties(sender(), receivers()),
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
    Map<String, String> tokens =
        config.tokensFile().map(Path::of).map(BarsTokens::read).orElseGet(TreeMap::new);
    return new BarsDoor((body, type) -> take(inbox, body, type), tokens, config.requireToken());
  }

  private static BarsDoor.Answer take(BarsInbox inbox, byte[] body, @Nullable String contentType) {
    BarsAnswer answer = inbox.receive(body, Optional.ofNullable(contentType));
    return new BarsDoor.Answer(
        answer.httpStatus(), Buffer.buffer(answer.body()), answer.contentType());
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
    Practices practices = area.people().directory().practices();
    return new LetterShelf(
        delivery.inbox(),
        practice -> practices.find(practice).map(Practice::odsCode),
        delivery.desk());
  }
}
