/** Rules that clinicians own, as data. */
@NullMarked
package org.doorstep.dispatch.protocol;

import org.jspecify.annotations.NullMarked;
