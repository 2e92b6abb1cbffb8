/** Makes commands of what clients send: adds who, when, and what only the server may say. */
@NullMarked
package org.doorstep.server.command;

import org.jspecify.annotations.NullMarked;
