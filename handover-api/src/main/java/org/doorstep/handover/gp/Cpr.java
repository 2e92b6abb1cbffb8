package org.doorstep.handover.gp;

/** What a plan recommends about cardiopulmonary resuscitation. */
public enum Cpr {
  ATTEMPT,
  DO_NOT_ATTEMPT
}
