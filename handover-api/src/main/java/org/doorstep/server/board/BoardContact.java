package org.doorstep.server.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.decision.ContactDeadlines;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBack;
import org.doorstep.dispatch.model.Contact;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Taken;
import org.doorstep.dispatch.model.WelfareCall;

/**
 * Who speaks with those who wait, as a board shows it.
 *
 * @param due what is owed to them by when, late or not
 * @param taken who of the hub has the case
 */
public record BoardContact(
    Optional<CallBack> callBack,
    Optional<WelfareCall> welfare,
    Optional<Instant> reviewSince,
    Optional<Instant> hubAskedAt,
    Optional<BoardTaken> taken,
    List<Due> due) {
  /** What is owed, by when. */
  public record Due(Obligation.Kind kind, Instant at) {}

  /** Who has a case, since when. */
  public record BoardTaken(Actor by, Instant at) {}

  public BoardContact {
    due = List.copyOf(due);
  }

  static BoardContact of(Incident incident) {
    Contact contact = incident.report().spoken();
    return new BoardContact(
        contact.callBack(),
        contact.welfare(),
        contact.reviewSince(),
        contact.hubAskedAt(),
        contact.taken().map(BoardContact::shown),
        ContactDeadlines.list(incident).stream()
            .map(owed -> new Due(owed.obligation().kind(), owed.dueAt()))
            .toList());
  }

  private static BoardTaken shown(Taken taken) {
    return new BoardTaken(taken.by(), taken.at());
  }
}
