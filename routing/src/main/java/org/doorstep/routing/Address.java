package org.doorstep.routing;

/**
 * Where somebody lives or works, as it is written on a letter. Whatever is not known is empty.
 *
 * @param name of the house, or of who is in it
 * @param house number in the street, such as "12", "12A" or "12-14"
 * @param settlement the post town as written, which need not be the nearest
 * @param postcode with one space, in capitals
 * @param at the building, or a point that stands for it
 */
public record Address(
    String name, String house, String street, String settlement, String postcode, GeoPoint at) {}
