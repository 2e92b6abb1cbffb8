/** Rules that clinicians own, held to their charts. */
@NullMarked
package org.doorstep.dispatch.protocol;

import org.jspecify.annotations.NullMarked;
