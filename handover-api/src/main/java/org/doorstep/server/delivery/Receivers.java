package org.doorstep.server.delivery;

import java.util.Optional;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.handover.bars.BarsCaller;
import org.doorstep.handover.outbox.Address;

/** Which systems speak for the addresses that messages go to. */
final class Receivers {
  private static final String SENDER = "dos-";

  private final Directory directory;

  Receivers(Directory directory) {
    this.directory = directory;
  }

  /** By what the outbox names the address of a sender of requests. */
  static String address(String senderId) {
    return SENDER + senderId;
  }

  /** Whether a system may answer what went to an address. */
  boolean isFor(BarsCaller caller, Address address) {
    String to = address.to();
    if (to.startsWith(SENDER)) {
      return caller.isFor(to.substring(SENDER.length()));
    }
    return caller.isFor(to) || dosId(to).filter(caller::isFor).isPresent();
  }

  private Optional<String> dosId(String name) {
    return directory.services().find(new ServiceId(name)).map(Receivers::dosId);
  }

  private static String dosId(Service service) {
    return service.contact().directoryCode();
  }
}
