package org.doorstep.handover.outbox;

import java.time.Instant;
import org.doorstep.handover.receipt.ReceiptCode;

/**
 * A receiver's word on a message, as it is kept.
 *
 * @param at when it was said, by the receiver's clock
 * @param receivedAt when it came, by ours
 */
public record KeptReceipt(ReceiptCode code, String by, Instant at, Instant receivedAt) {}
