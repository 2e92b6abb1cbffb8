package org.doorstep.simulator.experiment;

/**
 * An assumption as a report states it.
 *
 * @param key what it is called
 * @param words what is assumed, for people
 * @param source where it comes from
 * @param measured whether it was measured in the place that is planned for
 */
public record Stated(String key, String words, String source, boolean measured) {}
