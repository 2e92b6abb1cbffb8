/** Specifies the package of the same name. */
@NullMarked
package org.doorstep.server.http;

import org.jspecify.annotations.NullMarked;
