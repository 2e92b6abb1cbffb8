package org.doorstep.routing;

/**
 * Something with a name, an address or a postcode.
 *
 * @param category what it is in lower-case words, such as "care home"; empty where it is nothing
 *     but an address
 * @param address its name included
 */
public record Landmark(String category, Address address) {}
