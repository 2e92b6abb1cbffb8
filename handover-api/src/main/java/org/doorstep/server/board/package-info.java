/**
 * What a board shows: the area's state with words and places, as a snapshot and numbered deltas.
 */
@NullMarked
package org.doorstep.server.board;

import org.jspecify.annotations.NullMarked;
