package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceWord;

/**
 * Which services are there?
 *
 * @param needs any of which a service has to meet; whatever it can do where none is named
 * @param patient empty where somebody only looks what is there: then nothing is held against a
 *     service for whom it takes
 * @param near where it is looked from
 * @param words the newest word of each service on its room
 */
public record ServiceQuestion(
    List<CareNeed> needs,
    Optional<Referred> patient,
    Optional<Near> near,
    List<ServiceWord> words,
    Instant now) {
  public ServiceQuestion {
    needs = List.copyOf(needs);
    words = List.copyOf(words);
    DestinationQuestion.checkOnce("words", words.stream().map(ServiceWord::service).toList());
  }

  /**
   * A place, and the drives from it.
   *
   * @param driveMax what is farther is rejected; any distance where empty
   */
  public record Near(Position place, List<ServiceDrive> drives, Optional<Duration> driveMax) {
    public Near {
      drives = List.copyOf(drives);
      DestinationQuestion.checkOnce("drives", drives.stream().map(ServiceDrive::service).toList());
    }
  }
}
