package org.doorstep.routing.extract;

/**
 * How much is in an extract.
 *
 * @param roads ways with the key highway
 * @param roadPoints the nodes that they pass, one counted as often as it is passed
 * @param missingPoints those of them that are not in the file: roads end there
 */
public record ExtractContent(
    long nodes, long ways, long relations, long roads, long roadPoints, long missingPoints) {}
