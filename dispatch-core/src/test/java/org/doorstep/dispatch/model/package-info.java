/** What the values of the model take and refuse. */
@NullMarked
package org.doorstep.dispatch.model;

import org.jspecify.annotations.NullMarked;
