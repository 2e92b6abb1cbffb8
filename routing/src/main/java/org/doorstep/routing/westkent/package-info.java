/**
 * A made-up road network of West Kent: main roads, rivers, bridges and towns in their real places,
 * local streets and lanes invented from one seed. For demonstration and tests, where no extract of
 * the real roads is at hand; never for navigation.
 */
@NullMarked
package org.doorstep.routing.westkent;

import org.jspecify.annotations.NullMarked;
