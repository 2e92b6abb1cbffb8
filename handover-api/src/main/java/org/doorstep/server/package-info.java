/** The launcher and the server that people and other systems reach. */
@NullMarked
package org.doorstep.server;

import org.jspecify.annotations.NullMarked;
