/** What an area is made of and seldom changes: bases, posts, hospitals, its fleet. */
@NullMarked
package org.doorstep.dispatch.shell.reference;

import org.jspecify.annotations.NullMarked;
