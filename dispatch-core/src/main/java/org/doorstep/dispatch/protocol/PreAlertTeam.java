package org.doorstep.dispatch.protocol;

/** Whom a destination is asked to have ready. */
public enum PreAlertTeam {
  RESUSCITATION,
  CARDIAC,
  STROKE,
  TRAUMA,
  OBSTETRIC_OR_PAEDIATRIC,
  EMERGENCY,
  /** Nobody: no warning is called for. */
  NONE
}
