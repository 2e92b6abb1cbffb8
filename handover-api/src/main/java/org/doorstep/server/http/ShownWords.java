package org.doorstep.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.policy.ExpectedHandover;
import org.doorstep.dispatch.policy.HandoverRules;
import org.doorstep.dispatch.policy.RoomRules;
import org.doorstep.dispatch.policy.ServiceStatus;
import org.doorstep.dispatch.shell.telemetry.ServiceBook;

/**
 * What every service says of its room and its door, as the contract has it.
 *
 * @param services all of the directory, also those that have said nothing
 */
record ShownWords(Instant asOf, Optional<LoadLevelling> levelling, List<ShownWord> services) {

  /**
   * What one service says.
   *
   * @param said who said the word on room, and when
   * @param holdsSeconds for how long a word of this service holds that has no time of its own
   * @param queueSaid who said the word on the door, and when
   */
  record ShownWord(
      ServiceId service,
      ServiceStatus room,
      Optional<ServiceWord.Said> said,
      long holdsSeconds,
      Optional<ExpectedHandover> handover,
      Optional<ServiceWord.Said> queueSaid) {}

  static ShownWords of(ServiceDirectory directory, ServiceBook.View book, Instant now) {
    return new ShownWords(
        now,
        book.levelling(),
        directory.services().stream().map(service -> word(directory, service, book, now)).toList());
  }

  private static ShownWord word(
      ServiceDirectory directory, Service service, ServiceBook.View book, Instant now) {
    Optional<ServiceWord> word = book.findWord(service.id());
    Optional<QueueWord> queue = book.findQueue(service.id());
    Duration holds = RoomRules.holdsFor(service);
    return new ShownWord(
        service.id(),
        RoomRules.status(directory, service, word, now),
        word.map(ServiceWord::said),
        holds.toSeconds(),
        HandoverRules.expect(directory, service, queue, now, now),
        queue.map(QueueWord::said));
  }
}
