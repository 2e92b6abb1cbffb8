/** The HTTP side: routes, problems, streams and the files of the screens. */
@NullMarked
package org.doorstep.server.http;

import org.jspecify.annotations.NullMarked;
