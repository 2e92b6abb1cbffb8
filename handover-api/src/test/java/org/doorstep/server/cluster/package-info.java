/** Specifies several nodes over one database, as processes of their own. */
@NullMarked
package org.doorstep.server.cluster;

import org.jspecify.annotations.NullMarked;
