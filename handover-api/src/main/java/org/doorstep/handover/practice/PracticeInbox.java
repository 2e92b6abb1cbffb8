package org.doorstep.handover.practice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterReading;
import org.doorstep.handover.letter.LetterTranslator;
import org.doorstep.handover.letter.PracticeRequest;
import org.doorstep.handover.letter.Withdrawal;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;

/**
 * The inboxes of the practices of one area.
 *
 * <p>A message is shown once, however often it is delivered: its id is the key. What is no
 * handover, or is for nobody here, is refused with the national code. Blocks; thread-safe.
 */
public final class PracticeInbox {
  /** The kind under which bodies are kept in the incident record, where the outbox has not. */
  public static final String ENTRY_KIND = "practice-message";

  private static final String COLUMNS =
      "select id, incident, patient, kind, received_at, due_on, read_at, withdrawn";

  private final DataSource database;
  private final IncidentRecord record;
  private final AreaId area;
  private final LetterTranslator letters;
  private final Predicate<String> known;
  private final Clock clock;

  /**
   * Inboxes.
   *
   * @param database with the schemas {@code message} and {@code record} in place
   * @param known whether there is a practice of that code here
   */
  public PracticeInbox(
      DataSource database,
      IncidentRecord record,
      AreaId area,
      LetterTranslator letters,
      Predicate<String> known,
      Clock clock) {
    this.database = database;
    this.record = record;
    this.area = area;
    this.letters = letters;
    this.known = known;
    this.clock = clock;
  }

  /**
   * That a message is in the inbox.
   *
   * @param kind whether anything is asked, as the letter names it
   * @param dueOn the day by which the first thing that is asked must be done
   * @param readAt when somebody of the practice first opened it
   * @param withdrawn why it must not be used any more; empty while it may
   */
  public record Arrived(
      UUID id,
      CaseReference about,
      String kind,
      Instant at,
      Optional<LocalDate> dueOn,
      Optional<Instant> readAt,
      Optional<Withdrawal.Reason> withdrawn) {}

  /**
   * Takes a message and says what became of it.
   *
   * @param id by which the sender names it, where it is unreadable
   */
  public Receipt receive(UUID id, byte[] message) {
    LetterReading reading = letters.read(message);
    if (reading instanceof LetterReading.Withdrawn withdrawn) {
      return withdraw(id, withdrawn.withdrawal());
    }
    if (!(reading instanceof LetterReading.Understood understood)) {
      return receipt(id, ReceiptCode.UNREADABLE, "Practice inbox");
    }
    HandoverLetter letter = understood.letter();
    String name = letter.head().to().name();
    if (!letter.head().id().equals(id)) {
      return receipt(id, ReceiptCode.PAYLOAD_INVALID, name);
    }
    if (!known.test(letter.head().to().odsCode())) {
      return receipt(id, ReceiptCode.ORGANISATION_NOT_KNOWN, name);
    }
    record.write(new RecordId(id), area, ENTRY_KIND, message);
    return receipt(id, insert(letter) ? ReceiptCode.SUCCESS : ReceiptCode.DUPLICATE, name);
  }

  /**
   * The letter is void from now on, and with it those that it had replaced: else the one before
   * would count again. One that never came in needs nothing more.
   */
  private Receipt withdraw(UUID id, Withdrawal withdrawal) {
    String name = withdrawal.to().name();
    if (!withdrawal.id().equals(id)) {
      return receipt(id, ReceiptCode.PAYLOAD_INVALID, name);
    }
    String sql =
        """
        update message.practice_inbox as each set withdrawn = ?, withdrawn_at = ?
        from message.practice_inbox as named
        where named.id = ? and named.area = ? and named.practice = ?
          and each.area = named.area and each.practice = named.practice
          and each.incident = named.incident and each.patient = named.patient
          and each.received_at <= named.received_at and each.withdrawn is null""";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, withdrawal.reason().name());
      update.setTimestamp(2, Timestamp.from(now()));
      update.setObject(3, withdrawal.of());
      update.setString(4, area.value());
      update.setString(5, withdrawal.to().odsCode());
      update.executeUpdate();
      return receipt(id, ReceiptCode.SUCCESS, name);
    } catch (SQLException e) {
      throw new PracticeInboxFault(
          "The letter (%s) cannot be withdrawn.".formatted(withdrawal.of()), e);
    }
  }

  /** What a practice has got, the latest first. */
  public List<Arrived> list(String practice, int most) {
    String sql =
        COLUMNS
            + " from message.practice_inbox where area = ? and practice = ?"
            + " order by received_at desc, id limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setString(2, practice);
      select.setInt(3, most);
      List<Arrived> arrived = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          arrived.add(arrived(row));
        }
      }
      return arrived;
    } catch (SQLException e) {
      throw new PracticeInboxFault("The inbox (%s) cannot be read.".formatted(practice), e);
    }
  }

  /** What arrived under that id in the inbox of that practice; empty for any other. */
  public Optional<Arrived> find(String practice, UUID id) {
    String sql =
        COLUMNS + " from message.practice_inbox where id = ? and area = ? and practice = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      select.setString(2, area.value());
      select.setString(3, practice);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(arrived(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new PracticeInboxFault("The inbox (%s) cannot be read.".formatted(practice), e);
    }
  }

  private Arrived arrived(ResultSet row) throws SQLException {
    return new Arrived(
        row.getObject("id", UUID.class),
        new CaseReference(area.value(), row.getLong("incident"), row.getInt("patient")),
        row.getString("kind"),
        row.getTimestamp("received_at").toInstant(),
        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
        Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("withdrawn")).map(Withdrawal.Reason::valueOf));
  }

  /**
   * The letter of a message that was delivered to that practice; empty for any other, also where it
   * only is on its way, was refused by the inbox, or must not be used any more.
   */
  public Optional<HandoverLetter> findLetter(String practice, UUID id) {
    return find(practice, id)
        .filter(arrived -> arrived.withdrawn().isEmpty())
        .flatMap(arrived -> record.find(new RecordId(id)))
        .map(letters::read)
        .filter(LetterReading.Understood.class::isInstance)
        .map(reading -> ((LetterReading.Understood) reading).letter());
  }

  /** Notes who opened a letter of that practice and when; the first time counts. */
  public void markRead(String practice, UUID id, String by) {
    String sql =
        "update message.practice_inbox set read_at = ?, read_by = ?"
            + " where id = ? and area = ? and practice = ? and read_at is null";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(now()));
      update.setString(2, by);
      update.setObject(3, id);
      update.setString(4, area.value());
      update.setString(5, practice);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new PracticeInboxFault("The letter (%s) cannot be marked as read.".formatted(id), e);
    }
  }

  private boolean insert(HandoverLetter letter) {
    String sql =
        "insert into message.practice_inbox"
            + " (id, area, practice, kind, received_at, incident, patient, due_on)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, letter.head().id());
      insert.setString(2, area.value());
      insert.setString(3, letter.head().to().odsCode());
      insert.setString(4, letter.request().kind().name());
      insert.setTimestamp(5, Timestamp.from(now()));
      insert.setLong(6, letter.head().about().incident());
      insert.setInt(7, letter.head().about().patient());
      insert.setObject(8, dueOn(letter).orElse(null));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new PracticeInboxFault(
          "The message (%s) cannot be put into the inbox.".formatted(letter.head().id()), e);
    }
  }

  private static Optional<LocalDate> dueOn(HandoverLetter letter) {
    return letter.request().actions().stream()
        .map(PracticeRequest.Action::by)
        .min(Comparator.naturalOrder());
  }

  private Receipt receipt(UUID of, ReceiptCode code, String by) {
    return new Receipt(
        DerivedId.of("practice-receipt", of.toString(), code.name()),
        of,
        code,
        now(),
        by,
        Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
