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
import org.doorstep.handover.bars.BarsRequests;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.RequestShelf;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.fhir.FhirResponses;
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
  private static final FhirResponses RESPONSES = new FhirResponses();

  private final MessageProjection projection;
  private final Sender sender;
  private final Outbox outbox;
  private final PracticeInbox inbox;
  private final AnswerDesk answers;
  private final RequestShelf shelf;
  private final BarsRequests requests;
  private final MessageDesk desk;

  /** What an area has. */
  public record Stores(
      DataSource database, AreaLog log, IncidentRecord record, Directory directory, GpRecords gp) {}

  /**
   * Whom messages go to and come from.
   *
   * @param from the trust that treats, and the entry through which answers reach it
   * @param receivers services and practices that take messages over HTTP; all others have pages
   * @param senders who send requests and are told what becomes of them, by their digits in the
   *     directory of services; all others read it
   * @param expected when crews arrive where patients are brought
   */
  public record Parties(
      ReferralParties.Service from,
      Map<ServiceId, HttpChannel.Endpoint> receivers,
      Map<String, HttpChannel.Endpoint> senders,
      ExpectedArrival expected) {
    public Parties {
      receivers = Map.copyOf(receivers);
      senders = Map.copyOf(senders);
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
    this.outbox = new Outbox(stores.database(), stores.record(), log.area(), clock);
    this.requests = new BarsRequests(stores.database(), stores.record(), log.area());
    DeliveryReports reports =
        new DeliveryReports(commands, log, id -> outbox.handOver(id, "outbox"));
    this.inbox =
        new PracticeInbox(
            stores.database(),
            stores.record(),
            log.area(),
            LETTERS,
            code -> stores.directory().findReceiverByCode(code).isPresent(),
            clock);
    this.projection =
        new MessageProjection(stores.database(), log, obligations(stores, parties, check, reports));
    HttpChannel overHttp =
        new HttpChannel(OutgoingMessages.CHANNEL, byName(parties), RECEIPTS, EXCHANGE_MAX, clock);
    List<Channel> channels = List.of(new InboxChannel(inbox), overHttp);
    this.sender = new Sender(outbox, channels, check, RetryPolicy.USUAL, reports);
    Receivers receivers = new Receivers(stores.directory());
    this.answers = new AnswerIntake(outbox, log, commands, REFERRALS, RECEIPTS, receivers);
    this.shelf = new LoggedRequests(log, outbox, receivers);
    this.desk =
        new MessageDesk(
            outbox,
            log,
            stores.record(),
            commands,
            LETTERS,
            new MessageDesk.Alarm(alarmAfter, clock));
  }

  private MessageProjection.Obligations obligations(
      Stores stores, Parties parties, MessageCheck check, DeliveryReports reports) {
    OutgoingMessages messages =
        new OutgoingMessages(
            stores.log(),
            stores.directory(),
            new TreeSet<>(parties.receivers().keySet()),
            outbox,
            writers(stores, parties.from()),
            reports);
    OutgoingResponses responses =
        new OutgoingResponses(
            stores.log(),
            requests,
            new TreeSet<>(parties.senders().keySet()),
            outbox,
            new OutgoingResponses.Writing(RESPONSES, check, us(parties.from())));
    OutgoingWarnings warnings =
        new OutgoingWarnings(
            stores.log(),
            stores.directory().services(),
            new TreeSet<>(parties.receivers().keySet()),
            outbox,
            new OutgoingWarnings.Writing(
                referrals(stores, parties.from()), REFERRALS, parties.expected()));
    return event -> {
      messages.meet(event);
      warnings.meet(event);
      responses.meet(event);
    };
  }

  private static BarsResponse.Us us(ReferralParties.Service from) {
    return new BarsResponse.Us(
        from.organisation().odsCode(), from.name(), from.dosId(), from.organisation().invented());
  }

  private static OutgoingMessages.Writers writers(Stores stores, ReferralParties.Service from) {
    AreaLog log = stores.log();
    CaseRecords records = new CaseRecords(stores.record(), stores.gp());
    return new OutgoingMessages.Writers(
        new Letters(records, stores.directory(), log.area(), from.organisation()),
        LETTERS,
        referrals(stores, from),
        REFERRALS);
  }

  private static Referrals referrals(Stores stores, ReferralParties.Service from) {
    return new Referrals(
        new CaseRecords(stores.record(), stores.gp()),
        stores.log().area(),
        stores.log().epoch(),
        from);
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

  /** What other systems have asked. */
  public BarsRequests requests() {
    return requests;
  }

  /** What has become of it, and what was asked of them. */
  public RequestShelf shelf() {
    return shelf;
  }

  /** The letters that practices of the area have got. */
  public PracticeInbox inbox() {
    return inbox;
  }

  private static Map<String, HttpChannel.Endpoint> byName(Parties parties) {
    Map<String, HttpChannel.Endpoint> named = new TreeMap<>();
    parties.receivers().forEach((service, endpoint) -> named.put(service.value(), endpoint));
    parties.senders().forEach((id, endpoint) -> named.put(Receivers.address(id), endpoint));
    return named;
  }
}
