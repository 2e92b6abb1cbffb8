package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;

/** The logic of answers that may be missing: true, false, or not known. */
final class Answers {
  private Answers() {}

  /** True where any is; else not known where any is not; else false. */
  static Optional<Boolean> any(List<Optional<Boolean>> answers) {
    if (answers.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
  }

  /** False where any is; else not known where any is not; else true. */
  static Optional<Boolean> all(List<Optional<Boolean>> answers) {
    return not(any(answers.stream().map(Answers::not).toList()));
  }

  static Optional<Boolean> not(Optional<Boolean> answer) {
    return answer.map(value -> !value);
  }
}
