package org.doorstep.simulator.experiment;

/**
 * Where a zone of the map is.
 *
 * @param zone its number, the name of its {@link Group}
 * @param lat degrees north, of the place that stands for it
 * @param lon degrees east
 * @param weight the share of calls that come from it, apart from transfers
 */
public record ZonePlace(int zone, double lat, double lon, double weight) {}
