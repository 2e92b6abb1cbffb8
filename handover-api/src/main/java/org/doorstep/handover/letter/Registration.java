package org.doorstep.handover.letter;

import java.util.regex.Pattern;

/** A professional's entry in the register of their regulator. */
public record Registration(Regulator regulator, String number) {
  /** Who keeps the register, and how its numbers look. */
  public enum Regulator {
    /** Paramedics and other allied professions, for example {@code PA012345}. */
    HCPC("[A-Z]{2}\\d{5,6}"),
    /** Nurses and midwives, for example {@code 12A3456B}. */
    NMC("\\d{2}[A-Z]\\d{4}[A-Z]"),
    /** Doctors, seven digits. */
    GMC("\\d{7}");

    private final Pattern form;

    Regulator(String form) {
      this.form = Pattern.compile(form);
    }
  }

  public Registration {
    Checks.matching("number (" + regulator + ")", number, regulator.form);
  }
}
