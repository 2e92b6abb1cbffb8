package org.doorstep.dispatch.model;

/** The least care that a clinical table allows, most urgent first. */
public enum CareLevel {
  /** Emergency or specialist care that is warned before arrival. */
  ED_PREALERT(4, Disposition.ACUTE),
  /** The emergency department, unless the hub agrees to something else. */
  ED(3, Disposition.ACUTE),
  /** The hub decides; the emergency department stands until it has. */
  HUB(2, Disposition.ACUTE),
  SDEC(1, Disposition.ACUTE),
  MENTAL_HEALTH(1, Disposition.COMMUNITY),
  UCR(1, Disposition.COMMUNITY),
  PALLIATIVE(1, Disposition.COMMUNITY),
  FALLS(1, Disposition.COMMUNITY),
  UTC(1, Disposition.COMMUNITY),
  TREAT_AT_SCENE(0, Disposition.TREAT_AT_SCENE);

  private final int urgency;
  private final Disposition disposition;

  CareLevel(int urgency, Disposition disposition) {
    this.urgency = urgency;
    this.disposition = disposition;
  }

  /** Greater is more urgent; services that take a patient on the same day are alike. */
  public int urgency() {
    return urgency;
  }

  /** Where care happens at this level. */
  public Disposition disposition() {
    return disposition;
  }
}
