package org.doorstep.simulator.scenario;

import org.doorstep.dispatch.model.OpeningHours;
import org.doorstep.simulator.file.Meaning;

/** When a service is open; spans such as {@code 08:00-20:00}, or {@code closed}. */
@Meaning("When a service is open: spans such as 08:00-20:00, several with commas, or closed.")
public record Opening(
    @Meaning("Monday to Friday.") String weekdays,
    @Meaning("Saturdays.") String saturday,
    @Meaning("Sundays.") String sunday,
    @Meaning("Bank holidays.") String bankHoliday) {
  public Opening {
    // The directory's own rules say what spans may be.
    var unused = new OpeningHours(weekdays, saturday, sunday, bankHoliday);
  }

  /** As the directory has it. */
  public OpeningHours hours() {
    return new OpeningHours(weekdays, saturday, sunday, bankHoliday);
  }
}
