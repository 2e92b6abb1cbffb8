package org.doorstep.dispatch.model;

/**
 * What advice rests on, so that it can be made again.
 *
 * @param policy which policy advised, as {@code name/version}
 * @param model SHA-256 of rules and cover table that were used, in hexadecimal
 * @param evidence SHA-256 of the stored drive times and places, in hexadecimal
 */
public record Basis(String policy, String model, String evidence) {}
