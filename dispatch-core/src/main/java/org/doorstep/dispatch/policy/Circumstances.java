package org.doorstep.dispatch.policy;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.model.TravelMode;

/**
 * What holds around a patient who has to go somewhere.
 *
 * @param words the newest word of each service on its room, at most one, in any order
 * @param queues the newest word of each hospital on its door, at most one, in any order
 * @param levelling as the desk has last switched it; off where empty
 * @param mode in which the drives were asked for
 * @param timeCritical whether the patient's state is one in which minutes count, whatever kind of
 *     place is looked for
 * @param scene where the patient is
 */
public record Circumstances(
    List<ServiceWord> words,
    List<QueueWord> queues,
    Optional<LoadLevelling> levelling,
    TravelMode mode,
    boolean timeCritical,
    Optional<Position> scene) {
  /** Nothing is known, and nothing is levelled. */
  public static final Circumstances NONE =
      new Circumstances(
          List.of(), List.of(), Optional.empty(), TravelMode.NORMAL, false, Optional.empty());

  public Circumstances {
    words = List.copyOf(words);
    queues = List.copyOf(queues);
    DestinationQuestion.checkOnce("words", words.stream().map(ServiceWord::service).toList());
    DestinationQuestion.checkOnce("queues", queues.stream().map(QueueWord::service).toList());
  }
}
