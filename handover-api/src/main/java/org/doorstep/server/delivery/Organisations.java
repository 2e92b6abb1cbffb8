package org.doorstep.server.delivery;

import org.doorstep.dispatch.model.Service;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.referral.ReferralParties;

/** Services of the directory as messages name them. */
final class Organisations {
  private Organisations() {}

  static Organisation of(Service service) {
    return new Organisation(
        service.contact().odsCode(), service.name(), service.contact().invented());
  }

  static ReferralParties.Service party(Service service) {
    return new ReferralParties.Service(
        of(service), service.contact().directoryCode(), service.name());
  }
}
