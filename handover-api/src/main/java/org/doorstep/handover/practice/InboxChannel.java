package org.doorstep.handover.practice;

import org.doorstep.handover.outbox.Channel;
import org.doorstep.handover.outbox.Delivery;
import org.doorstep.handover.outbox.OutgoingMessage;

/** The way into the product's own inbox: in this process, answered at once. */
public final class InboxChannel implements Channel {
  /** By what addresses name it; they go on with the practice's code. */
  public static final String NAME = "inbox";

  private final PracticeInbox inbox;

  public InboxChannel(PracticeInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Delivery deliver(OutgoingMessage message, byte[] body) {
    try {
      return new Delivery.Answered(inbox.receive(message.id(), body));
    } catch (PracticeInboxFault e) {
      return new Delivery.Silent(e.getMessage() == null ? "" : e.getMessage());
    }
  }
}
