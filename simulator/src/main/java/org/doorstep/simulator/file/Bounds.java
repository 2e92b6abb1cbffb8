package org.doorstep.simulator.file;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Between what a number in a file must be, both ends included; on a list or a map, each of its
 * numbers.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Bounds {
  /** The least value. */
  double least();

  /** The greatest value. */
  double most();
}
