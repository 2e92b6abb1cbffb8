/** Tests of the gazetteer, on made-up and on real maps. */
@NullMarked
package org.doorstep.routing.place;

import org.jspecify.annotations.NullMarked;
