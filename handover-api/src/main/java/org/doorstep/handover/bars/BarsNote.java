package org.doorstep.handover.bars;

/**
 * Something odd in a message that did not keep it from being taken.
 *
 * @param code stable, for example {@code place-swapped}
 * @param where the element, as a path
 * @param sentence for a person; never patient data
 */
public record BarsNote(String code, String where, String sentence) {}
