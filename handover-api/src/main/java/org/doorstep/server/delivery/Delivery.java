package org.doorstep.server.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.handover.bars.AnswerDesk;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.gp.GpRecords;
import org.doorstep.handover.outbox.Channel;
import org.doorstep.handover.outbox.HttpChannel;
import org.doorstep.handover.outbox.MessageCheck;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.RetryPolicy;
import org.doorstep.handover.outbox.Sender;
import org.doorstep.handover.practice.InboxChannel;
import org.doorstep.handover.practice.PracticeInbox;
import org.doorstep.handover.referral.ReferralParties;

/**
 * All that leaves one area and comes back: from the log to the outbox, from the outbox to
 * receivers, and what they say back to the area. Has no thread of its own.
 */
public final class Delivery {
  /** One exchange takes no longer; a receiver that is slower is asked again later. */
  private static final Duration EXCHANGE_MAX = Duration.ofSeconds(10);

  private static final FhirLetters LETTERS = new FhirLetters();
  private static final FhirReferrals REFERRALS = new FhirReferrals();
  private static final FhirReceipts RECEIPTS = new FhirReceipts();

  private final MessageProjection projection;
  private final Sender sender;
  private final Outbox outbox;
  private final PracticeInbox inbox;
  private final AnswerDesk answers;
  private final MessageDesk desk;

  /** What an area has. */
  public record Stores(
      DataSource database, AreaLog log, IncidentRecord record, Directory directory, GpRecords gp) {}

  /**
   * Whom messages go to and come from.
   *
   * @param from the trust that treats, and the entry through which answers reach it
   * @param receivers services and practices that take messages over HTTP; all others have pages
   */
  public record Parties(
      ReferralParties.Service from, Map<ServiceId, HttpChannel.Endpoint> receivers) {
    public Parties {
      receivers = Map.copyOf(receivers);
    }
  }

  /**
   * Deliveries of one area.
   *
   * @param check what stands between us and an invalid message
   * @param alarmAfter how long the oldest message may be without an end
   * @param submit gives a command to the area
   */
  public Delivery(
      Stores stores,
      Parties parties,
      MessageCheck check,
      Duration alarmAfter,
      Function<Submission, CompletableFuture<Reply>> submit,
      Clock clock) {
    AreaLog log = stores.log();
    AreaCommands commands = new AreaCommands(log.area(), submit, clock);
    DeliveryReports reports = new DeliveryReports(commands, log);
    this.outbox = new Outbox(stores.database(), stores.record(), log.area(), clock);
    this.inbox =
        new PracticeInbox(
            stores.database(),
            stores.record(),
            log.area(),
            LETTERS,
            code -> stores.directory().practices().findByCode(code).isPresent(),
            clock);
    this.projection =
        new MessageProjection(
            stores.database(),
            log,
            new OutgoingMessages(
                log,
                stores.directory(),
                new TreeSet<>(parties.receivers().keySet()),
                outbox,
                writers(stores, parties.from()),
                reports));
    HttpChannel overHttp =
        new HttpChannel(
            OutgoingMessages.CHANNEL, byName(parties.receivers()), RECEIPTS, EXCHANGE_MAX, clock);
    List<Channel> channels = List.of(new InboxChannel(inbox), overHttp);
    this.sender = new Sender(outbox, channels, check, RetryPolicy.USUAL, reports);
    this.answers = new AnswerIntake(outbox, log, commands, REFERRALS, RECEIPTS);
    this.desk =
        new MessageDesk(
            outbox,
            log,
            stores.record(),
            commands,
            LETTERS,
            new MessageDesk.Alarm(alarmAfter, clock));
  }

  private static OutgoingMessages.Writers writers(Stores stores, ReferralParties.Service from) {
    AreaLog log = stores.log();
    CaseRecords records = new CaseRecords(stores.record(), stores.gp());
    return new OutgoingMessages.Writers(
        new Letters(records, stores.directory(), log.area(), from.organisation()),
        LETTERS,
        new Referrals(records, log.area(), log.epoch(), from),
        REFERRALS);
  }

  /** Follows the log, then sends what is due. Blocks: for worker threads only. */
  public void run() {
    while (projection.run() > 0) {
      // On to the next page.
    }
    var unused = sender.run();
    desk.count();
  }

  /** What people see of messages that do not arrive, and do about them. */
  public MessageDesk desk() {
    return desk;
  }

  /** What other systems answer. */
  public AnswerDesk answers() {
    return answers;
  }

  /** The letters that practices of the area have got. */
  public PracticeInbox inbox() {
    return inbox;
  }

  private static Map<String, HttpChannel.Endpoint> byName(
      Map<ServiceId, HttpChannel.Endpoint> receivers) {
    Map<String, HttpChannel.Endpoint> named = new TreeMap<>();
    receivers.forEach((service, endpoint) -> named.put(service.value(), endpoint));
    return named;
  }
}
