/** What messages say, held against what crews have entered. */
@NullMarked
package org.doorstep.server.delivery;

import org.jspecify.annotations.NullMarked;
