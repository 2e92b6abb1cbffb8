package org.doorstep.server.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The whole board for a client that begins, or begins anew.
 *
 * @param now the server's clock
 * @param positions for each unit its call sign, latitude, longitude, age of the fix in seconds
 * @param fleet the units as a whole, to those who see the whole board
 */
public record BoardSnapshot(
    UUID epoch,
    long sequence,
    Instant at,
    Instant now,
    List<BoardIncident> incidents,
    List<BoardUnit> units,
    List<List<Object>> positions,
    Optional<BoardFleet> fleet) {}
