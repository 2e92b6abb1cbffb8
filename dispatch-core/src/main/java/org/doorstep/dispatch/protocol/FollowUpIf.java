package org.doorstep.dispatch.protocol;

import org.doorstep.dispatch.model.Disposition;

/**
 * What the practice is asked for if care happens in one way, and the row that says so. Kept for
 * every way, because people may choose another than the proposed one, and may choose it while
 * nothing can be asked.
 *
 * @param reason the deciding row and its plain sentence
 */
public record FollowUpIf(Disposition chosen, FollowUp terms, CareResult.Reason reason) {}
