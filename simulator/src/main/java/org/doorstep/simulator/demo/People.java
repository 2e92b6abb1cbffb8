package org.doorstep.simulator.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/**
 * Callers and patients who do not exist: names out of a garden, telephone numbers that are kept for
 * drama, NHS numbers of the test range.
 */
final class People {
  private static final List<String> FIRST =
      List.of(
          "Aster", "Basil", "Bryony", "Clover", "Fennel", "Hazel", "Heath", "Iris", "Jasmine",
          "Juniper", "Laurel", "Linden", "Myrtle", "Olive", "Poppy", "Rowan", "Sage", "Tansy",
          "Violet", "Yarrow");
  private static final List<String> LAST =
      List.of(
          "Testcase",
          "Demoson",
          "Sampleton",
          "Mockford",
          "Placeholder",
          "Fictive",
          "Inventon",
          "Notreal",
          "Exampleby",
          "Pretendham");
  private static final double UNKNOWN = 0.15;
  private static final double UNIDENTIFIED = 0.3;
  private static final double WITHOUT_NUMBER = 0.25;
  private static final double FOR_SOMEBODY_ELSE = 0.6;

  private People() {}

  /**
   * A patient as {@code OpenIncident} takes it: of the cast most often, of the age that is asked.
   */
  static Map<String, @Nullable Object> patient(
      DemoSettings.Cast cast, int ageYearsMin, int ageYearsMax, Chance chance) {
    List<DemoSettings.Person> fitting =
        cast.people().stream()
            .filter(each -> each.ageYears() >= ageYearsMin && each.ageYears() <= ageYearsMax)
            .toList();
    if (fitting.isEmpty() || chance.happens(UNKNOWN)) {
      return stranger(chance.whole(ageYearsMin, ageYearsMax), chance);
    }
    DemoSettings.Person person = chance.pick(fitting);
    Map<String, @Nullable Object> patient = new LinkedHashMap<>();
    patient.put("name", person.name());
    patient.put("nhsNumber", person.nhsNumber());
    patient.put("ageYears", person.ageYears());
    patient.put("sex", person.sex());
    patient.put("unidentified", false);
    return patient;
  }

  private static Map<String, @Nullable Object> stranger(int ageYears, Chance chance) {
    Map<String, @Nullable Object> patient = new LinkedHashMap<>();
    if (chance.happens(UNIDENTIFIED)) {
      patient.put("unidentified", true);
      return patient;
    }
    patient.put("name", name(chance));
    if (!chance.happens(WITHOUT_NUMBER)) {
      patient.put("nhsNumber", NhsNumber.draw(chance));
    }
    patient.put("ageYears", ageYears);
    patient.put("sex", chance.happens(0.5) ? "female" : "male");
    patient.put("unidentified", false);
    return patient;
  }

  /** Who calls: the patient, or somebody who is with them. */
  static Map<String, @Nullable Object> caller(
      Map<String, @Nullable Object> patient, Chance chance) {
    Map<String, @Nullable Object> caller = new LinkedHashMap<>();
    Object self = patient.get("name");
    boolean other = self == null || chance.happens(FOR_SOMEBODY_ELSE);
    caller.put("name", other ? name(chance) : self);
    caller.put("telephone", telephone(chance));
    return caller;
  }

  private static String name(Chance chance) {
    return chance.pick(FIRST) + " " + chance.pick(LAST);
  }

  private static String telephone(Chance chance) {
    String last = "%03d".formatted(chance.whole(0, 999));
    return chance.happens(0.7) ? "07700 900" + last : "01632 960" + last;
  }
}
