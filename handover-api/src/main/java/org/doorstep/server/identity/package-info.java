/** Users, sign-in and sessions, and what each role may do. */
@NullMarked
package org.doorstep.server.identity;

import org.jspecify.annotations.NullMarked;
