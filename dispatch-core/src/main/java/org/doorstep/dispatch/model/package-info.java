/** The words of dispatch as values: incidents, units, jobs, places, categories. */
@NullMarked
package org.doorstep.dispatch.model;

import org.jspecify.annotations.NullMarked;
