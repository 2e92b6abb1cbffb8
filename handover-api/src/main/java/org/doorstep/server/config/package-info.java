/** The one configuration tree of a server: read, checked, printed without secrets. */
@NullMarked
package org.doorstep.server.config;

import org.jspecify.annotations.NullMarked;
