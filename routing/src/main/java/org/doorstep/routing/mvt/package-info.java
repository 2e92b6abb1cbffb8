/**
 * Vector tiles as bytes: the Mapbox Vector Tile format, version 2.1, written by hand, because the
 * libraries for it need a version of protobuf with which maps can no longer be imported.
 */
@NullMarked
package org.doorstep.routing.mvt;

import org.jspecify.annotations.NullMarked;
