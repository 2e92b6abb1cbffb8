/** Specifies the package of the same name. */
@NullMarked
package org.doorstep.server.config;

import org.jspecify.annotations.NullMarked;
