/**
 * The gazetteer: what people type, and where it is. Knows the map of {@code routing}, which does
 * not know it.
 */
@NullMarked
package org.doorstep.routing.place;

import org.jspecify.annotations.NullMarked;
