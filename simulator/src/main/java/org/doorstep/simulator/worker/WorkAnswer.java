package org.doorstep.simulator.worker;

import java.util.Optional;
import org.doorstep.simulator.experiment.Ended;
import org.doorstep.simulator.experiment.Setting;

/**
 * What a worker answers; one of the two is there.
 *
 * @param done it got ready or ran
 * @param refused why it can do neither, for people: the input, the map or the version is wrong
 */
public record WorkAnswer(Optional<Done> done, Optional<String> refused) {
  /**
   * What was done.
   *
   * @param map which roads were driven on, by the hash of what they were made of
   * @param setting what a report says of the scenario; only where it was to get ready
   * @param ended empty where it was only to get ready
   */
  public record Done(String map, Optional<Setting> setting, Optional<Ended> ended) {}

  static WorkAnswer of(String map, Setting setting, Optional<Ended> ended) {
    Optional<Setting> said = ended.isPresent() ? Optional.empty() : Optional.of(setting);
    return new WorkAnswer(Optional.of(new Done(map, said, ended)), Optional.empty());
  }

  static WorkAnswer refusal(String words) {
    return new WorkAnswer(Optional.empty(), Optional.of(words));
  }
}
