package org.doorstep.handover.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.server.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: a receiver is away for 21 days while 20,000 handovers are signed. Nothing is lost, the
 * other receiver never waits for it, the alarm is raised meanwhile, and when it is back all of them
 * drain in order, each once, without anybody's hand.
 */
@ExtendWith(OutboxStand.Provided.class)
@Timeout(300)
class LongOutageTest {
  private static final Duration AWAY = Duration.ofDays(21);
  private static final Duration STEP = Duration.ofHours(1);
  private static final Duration ALARM = Duration.ofMinutes(30);
  private static final int MESSAGES = 20_000;
  private static final int PATIENTS = 6_000;
  private static final Instant BEGIN = OutboxWorld.NOW;

  private static final AtomicInteger AREAS = new AtomicInteger();

  private final AreaId area = new AreaId("OUTAGE_" + AREAS.incrementAndGet());
  private final MovableClock clock = new MovableClock(BEGIN);
  private final List<OutgoingMessage> received = new ArrayList<>();
  private final List<Instant> probes = new ArrayList<>();
  private HikariDataSource database;
  private Outbox outbox;
  private Sender sender;
  private boolean back;
  private int enqueued;

  @BeforeEach
  void begin(OutboxStand stand, @TempDir Path folder) throws SQLException {
    database = hasty(stand.database.dataSource());
    IncidentRecord record =
        new IncidentRecord(database, MasterKey.readOrMake(folder.resolve("master.key")));
    outbox = new Outbox(database, record, area, clock);
    sender =
        new Sender(
            outbox,
            List.of(new PlayedChannel(this::play)),
            body -> List.of(),
            RetryPolicy.USUAL,
            new OutboxWorld.Notebook(new ArrayList<>()));
  }

  @AfterEach
  void end() {
    database.close();
  }

  /** Nine of ten go to the receiver that is away. */
  private static String receiver(int number) {
    return number % 10 == 0 ? "HERE" : "AWAY";
  }

  @Test
  void receiver_awayFor21Days_drainsInOrderEachOnceAndHoldsUpNobodyElse() {
    long began = System.nanoTime();
    int steps = (int) AWAY.dividedBy(STEP);
    int lateSteps = 0;
    for (int step = 1; step <= steps; step++) {
      enqueueUpTo((int) ((long) MESSAGES * step / steps));
      sender.run();
      assertThat(received).as("those for the other receiver").hasSize((enqueued + 9) / 10);
      lateSteps += outbox.figures().isLate(clock.instant(), ALARM) ? 1 : 0;
      clock.pass(STEP);
    }
    long outageMillis = (System.nanoTime() - began) / 1_000_000;
    int whileAway = probes.size();
    assertThat(lateSteps).as("alarm").isGreaterThan(steps - 10);
    assertThat(whileAway).as("attempts while away").isLessThan(steps + 20).isGreaterThan(steps / 3);
    assertThat(outbox.figures().exceptions()).isZero();

    back = true;
    int rounds = 0;
    while (received.size() < MESSAGES && rounds < 500) {
      rounds++;
      sender.run();
      clock.pass(Duration.ofSeconds(10));
    }

    System.out.printf(
        "21 days away: %d handovers, %d attempts while away (%d ms), drained in %d rounds, %d ms in all%n",
        MESSAGES, whileAway, outageMillis, rounds, (System.nanoTime() - began) / 1_000_000);
    assertEachOnceInOrder();
    assertThat(outbox.figures()).isEqualTo(new OutboxFigures(0, 0, 0, Optional.empty()));
  }

  @Test
  void waits_whileAway_growToTheBoundAndAreSpread() {
    enqueueUpTo(40);
    for (int minute = 0; minute < 24 * 60; minute++) {
      sender.run();
      clock.pass(Duration.ofMinutes(1));
    }

    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < probes.size(); i++) {
      waits.add(Duration.between(probes.get(i - 1), probes.get(i)).toMinutes());
    }
    List<Long> late = waits.subList(12, waits.size());
    assertThat(waits.get(0)).isEqualTo(1);
    assertThat(late).allMatch(minutes -> minutes >= 7 && minutes <= 13);
    assertThat(new HashSet<>(late)).as("spread").hasSizeGreaterThan(2);
  }

  private Delivery play(OutgoingMessage message) {
    if (message.address().to().equals("AWAY") && !back) {
      probes.add(clock.instant());
      return new Delivery.Silent("No connection.");
    }
    received.add(message);
    return new Delivery.Answered(
        new Receipt(
            new UUID(9, message.obligation().sequence()),
            message.id(),
            ReceiptCode.SUCCESS,
            clock.instant(),
            "The practice",
            Optional.empty()));
  }

  private void enqueueUpTo(int count) {
    while (enqueued < count) {
      int patient = enqueued * 7 % PATIENTS;
      OutgoingMessage message =
          new OutgoingMessage(
              new UUID(area.value().hashCode(), enqueued),
              new CaseReference(area.value(), 1 + patient, 1),
              OutgoingMessage.Kind.HANDOVER,
              PlayedChannel.to(receiver(enqueued)),
              new Obligation(area.value(), enqueued + 1, 0));
      assertThat(outbox.enqueue(message, OutboxWorld.body(message))).isTrue();
      enqueued++;
    }
  }

  private void assertEachOnceInOrder() {
    Set<UUID> seen = new HashSet<>();
    TreeMap<String, Long> last = new TreeMap<>();
    for (OutgoingMessage message : received) {
      String lane = message.about().key() + " " + message.address().to();
      long sequence = message.obligation().sequence();
      assertThat(seen.add(message.id())).as("once: %d", sequence).isTrue();
      assertThat(sequence).as(lane).isGreaterThan(last.getOrDefault(lane, 0L));
      last.put(lane, sequence);
    }
    assertThat(seen.size()).isEqualTo(MESSAGES);
  }

  /** Connections whose commits need not survive a power cut: this test has none to lose. */
  private static HikariDataSource hasty(DataSource database) throws SQLException {
    HikariConfig config = new HikariConfig();
    try (Connection connection = database.getConnection()) {
      config.setJdbcUrl(connection.getMetaData().getURL());
      config.setUsername(connection.getMetaData().getUserName());
    }
    config.addDataSourceProperty("options", "-c synchronous_commit=off");
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }
}
