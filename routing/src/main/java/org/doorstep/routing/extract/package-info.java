/**
 * Whether a file can be imported as OpenStreetMap data, told before the import begins: the reader
 * of the import goes on with half of the data in some cases and waits for ever in others.
 */
@NullMarked
package org.doorstep.routing.extract;

import org.jspecify.annotations.NullMarked;
