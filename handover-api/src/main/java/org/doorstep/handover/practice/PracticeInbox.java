package org.doorstep.handover.practice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterReading;
import org.doorstep.handover.letter.LetterTranslator;
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

  /** That a message is in the inbox. */
  public record Arrived(UUID id, String practice, String kind, Instant at) {}

  /**
   * Takes a message and says what became of it.
   *
   * @param id by which the sender names it, where it is unreadable
   */
  public Receipt receive(UUID id, byte[] message) {
    if (!(letters.read(message) instanceof LetterReading.Understood understood)) {
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

  /** What a practice has got, the latest first. */
  public List<Arrived> list(String practice, int most) {
    String sql =
        "select id, practice, kind, received_at from message.practice_inbox"
            + " where area = ? and practice = ? order by received_at desc, id limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setString(2, practice);
      select.setInt(3, most);
      List<Arrived> arrived = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          arrived.add(
              new Arrived(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getTimestamp(4).toInstant()));
        }
      }
      return arrived;
    } catch (SQLException e) {
      throw new PracticeInboxFault("The inbox (%s) cannot be read.".formatted(practice), e);
    }
  }

  /** The letter of a message in the inbox of that practice; empty for any other. */
  public Optional<HandoverLetter> findLetter(String practice, UUID id) {
    return record
        .find(new RecordId(id))
        .map(letters::read)
        .filter(LetterReading.Understood.class::isInstance)
        .map(reading -> ((LetterReading.Understood) reading).letter())
        .filter(letter -> letter.head().to().odsCode().equals(practice));
  }

  private boolean insert(HandoverLetter letter) {
    String sql =
        "insert into message.practice_inbox (id, area, practice, kind, received_at)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, letter.head().id());
      insert.setString(2, area.value());
      insert.setString(3, letter.head().to().odsCode());
      insert.setString(4, letter.request().kind().name());
      insert.setTimestamp(5, Timestamp.from(now()));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new PracticeInboxFault(
          "The message (%s) cannot be put into the inbox.".formatted(letter.head().id()), e);
    }
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
