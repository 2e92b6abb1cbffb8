package org.doorstep.dispatch.shell.reference;

import org.doorstep.dispatch.model.ServiceId;

/**
 * Who can be sent a handover: a practice, or out-of-hours care that acts in its place.
 *
 * @param odsCode its code in the organisation data service
 * @param invented whether there is none such
 */
public record LetterReceiver(ServiceId id, String name, String odsCode, boolean invented) {}
