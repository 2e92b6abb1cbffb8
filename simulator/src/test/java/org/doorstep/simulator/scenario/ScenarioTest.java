package org.doorstep.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;
import org.junit.jupiter.api.Test;

/** FEATURE: a scenario says what each of its numbers means and may be, and refuses nonsense. */
class ScenarioTest {
  @Test
  void components_ofAllRecords_sayWhatTheyMean_andNumbersWhatTheyMayBe() {
    List<String> faults = new ArrayList<>();
    check(Scenario.class, new TreeSet<>(), faults);

    assertThat(faults).isEmpty();
  }

  private static void check(Class<?> type, Set<String> seen, List<String> faults) {
    if (!seen.add(type.getName()) || !type.getPackageName().startsWith("org.doorstep.simulator")) {
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String name = type.getSimpleName() + "." + component.getName();
      if (component.getAnnotation(Meaning.class) == null) {
        faults.add(name + " has no meaning");
      }
      Class<?> sole = sole(component.getGenericType());
      boolean number =
          sole == int.class
              || sole == long.class
              || sole == double.class
              || Number.class.isAssignableFrom(sole);
      if (number && component.getAnnotation(Bounds.class) == null) {
        faults.add(name + " has no bounds");
      }
      if (sole.isRecord()) {
        check(sole, seen, faults);
      }
    }
  }

  /** What a list or an optional is of. */
  private static Class<?> sole(Type type) {
    Type of = type;
    while (of instanceof ParameterizedType generic) {
      of = generic.getActualTypeArguments()[0];
    }
    return (Class<?>) of;
  }

  @Test
  void quantiles_thatFall_areRefused() {
    assertThatThrownBy(() -> new Quantiles(2, 1, 3, 4)).hasMessageContaining("must not fall");
  }

  @Test
  void quantiles_atTheirShares_areThemselves_andGrowBetween() {
    Quantiles law = new Quantiles(1, 3, 9, 20);

    assertThat(law.minutes(0.1)).isEqualTo(1);
    assertThat(law.minutes(0.5)).isEqualTo(3);
    assertThat(law.minutes(0.9)).isEqualTo(9);
    assertThat(law.minutes(0.99)).isEqualTo(20);
    double last = 0;
    for (int i = 0; i < 1_000; i++) {
      double now = law.minutes(i / 1_000.0);
      assertThat(now).isGreaterThanOrEqualTo(last);
      last = now;
    }
    assertThat(last).isLessThan(25);
  }

  @Test
  void outcomes_atGrowingShares_areInTheirOrder() {
    Outcomes outcomes = new Outcomes(List.of(Category.C3), 10, 20, 30, 15, 25);

    assertThat(outcomes.at(0.05)).isEqualTo(Outcome.HEAR_AND_TREAT);
    assertThat(outcomes.at(0.25)).isEqualTo(Outcome.TREAT_AT_SCENE);
    assertThat(outcomes.at(0.5)).isEqualTo(Outcome.COMMUNITY);
    assertThat(outcomes.at(0.7)).isEqualTo(Outcome.ELSEWHERE);
    assertThat(outcomes.at(0.9)).isEqualTo(Outcome.EMERGENCY_DEPARTMENT);
  }

  @Test
  void hours_thatAreNot24_areRefused() {
    assertThatThrownBy(() -> new CategoryShare(Category.C1, 10, Optional.of(List.of(1.0, 2.0))))
        .hasMessageContaining("must be 24 numbers");
  }
}
