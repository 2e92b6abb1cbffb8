package org.doorstep.handover.letter;

import java.util.List;
import java.util.Optional;

/**
 * What the patient was told to expect and to watch for.
 *
 * @param expect how things should go
 * @param warningSigns what must not be waited for
 * @param callBack when and how to ask for help again
 * @param writtenCopy whether it was left in writing
 * @param carer who else heard it, for example {@code daughter}
 * @param interpreter whether an interpreter helped
 */
public record SafetyNet(
    String expect,
    List<String> warningSigns,
    String callBack,
    boolean writtenCopy,
    Optional<String> carer,
    boolean interpreter) {
  public SafetyNet {
    expect = Checks.text("expect", expect);
    warningSigns = warningSigns.stream().map(sign -> Checks.text("warningSign", sign)).toList();
    callBack = Checks.text("callBack", callBack);
    carer = Checks.text("carer", carer);
  }
}
