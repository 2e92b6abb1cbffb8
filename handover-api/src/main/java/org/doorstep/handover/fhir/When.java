package org.doorstep.handover.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;

/** Times as messages carry them: in UTC, to the millisecond, whatever the machine's zone. */
final class When {
  private When() {}

  static DateTimeType dateTime(Instant at) {
    return new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, utc());
  }

  static InstantType instant(Instant at) {
    return new InstantType(Date.from(at), TemporalPrecisionEnum.MILLI, utc());
  }

  static DateTimeType day(LocalDate day) {
    return new DateTimeType(day.toString());
  }

  static Period period(Instant from, Instant to) {
    Period period = new Period();
    period.setStartElement(dateTime(from));
    period.setEndElement(dateTime(to));
    return period;
  }

  /** Empty where the element is not set. */
  static Optional<Instant> read(BaseDateTimeType element) {
    Date value = element.getValue();
    return Optional.ofNullable(value).map(Date::toInstant);
  }

  /** Empty where the element is not set, or is none of a day. */
  static Optional<LocalDate> readDay(BaseDateTimeType element) {
    String text = element.getValueAsString();
    return Optional.ofNullable(text)
        .filter(given -> given.matches("\\d{4}-\\d{2}-\\d{2}"))
        .map(LocalDate::parse);
  }

  private static TimeZone utc() {
    return TimeZone.getTimeZone("UTC");
  }
}
