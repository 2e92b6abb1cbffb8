package org.doorstep.handover.outbox;

import java.util.List;

/**
 * What stands between us and an invalid message.
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library.
 */
public interface MessageCheck {
  /**
   * What is wrong with a message that is about to leave; empty when it may. Slow: for worker
   * threads only.
   */
  List<Fault> listFaults(byte[] message);

  /**
   * One thing that is wrong.
   *
   * @param where the element, as a FHIRPath
   * @param rule what rule it breaks; holds no value of the message
   */
  record Fault(String where, String rule) {}
}
