package org.doorstep.dispatch.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** FEATURE: a freed unit goes where it saves most, and nobody is forgotten for that. */
class WaitingChoiceTest {
  private static final int MINUTE = 60_000;
  private static final long NOW = 100 * MINUTE;

  private static CallTerms waited(int minutes) {
    return new CallTerms(NOW - (long) minutes * MINUTE, 12 * MINUTE, 1, 0.02);
  }

  private static WaitingChoice choice() {
    WaitingChoice choice = new WaitingChoice();
    choice.begin(NOW);
    return choice;
  }

  @Test
  void add_oneStillInTime_goesBeforeTheLate() {
    WaitingChoice choice = choice();
    choice.add(0, waited(13), MINUTE);
    choice.add(1, waited(4), 7 * MINUTE);
    assertThat(choice.call()).isEqualTo(1);
  }

  @Test
  void add_allLate_goesToTheNearest() {
    WaitingChoice choice = choice();
    choice.add(0, waited(15), 9 * MINUTE);
    choice.add(1, waited(14), 2 * MINUTE);
    assertThat(choice.call()).isEqualTo(1);
  }

  @Test
  void add_waitedTwiceTheTarget_goesFirstHoweverFar() {
    WaitingChoice choice = choice();
    choice.add(0, waited(4), 7 * MINUTE);
    choice.add(1, waited(25), 30 * MINUTE);
    choice.add(2, waited(26), 40 * MINUTE);
    assertThat(choice.call()).isEqualTo(2);
  }

  @Test
  void add_equal_goesToWhoCameFirst() {
    WaitingChoice choice = choice();
    choice.add(0, waited(14), 3 * MINUTE);
    choice.add(1, waited(15), 3 * MINUTE);
    assertThat(choice.call()).isEqualTo(1);
  }

  @Test
  void add_noWay_isNotChosen() {
    WaitingChoice choice = choice();
    choice.add(0, waited(25), CallDrives.NO_WAY);
    assertThat(choice.call()).isEqualTo(-1);
  }
}
