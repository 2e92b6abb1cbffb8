package org.doorstep.simulator.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** FEATURE: the same seed draws the same on every JVM, and streams leave each other alone. */
class ChanceTest {
  private static final long[] GOLDEN = {
    -4051518779282797065L, -3106457911337023200L, 6923685854641611343L
  };

  private static final int DRAWS = 200_000;

  @Test
  void bits_sameSeedAndName_areTheseOnEveryJvm() {
    Chance chance = Chance.of(7, "demand");

    assertThat(new long[] {chance.bits(), chance.bits(), chance.split().bits()})
        .containsExactly(GOLDEN);
  }

  @Test
  void of_otherNameOrSeed_isAnotherStream() {
    assertThat(Chance.of(7, "crew").bits()).isNotEqualTo(Chance.of(7, "demand").bits());
    assertThat(Chance.of(8, "demand").bits()).isNotEqualTo(Chance.of(7, "demand").bits());
  }

  @Test
  void split_drawsFromTheCase_leaveTheStreamWhereItWas() {
    Chance left = Chance.of(7, "demand");
    Chance right = Chance.of(7, "demand");
    left.split().normal();
    var unused = right.split();

    assertThat(left.bits()).isEqualTo(right.bits());
  }

  @Test
  void draws_many_haveTheMomentsOfTheirLaws() {
    Chance chance = Chance.of(11, "laws");
    double share = 0;
    double exponential = 0;
    double square = 0;
    int[] sides = new int[6];
    for (int i = 0; i < DRAWS; i++) {
      share += chance.share();
      exponential += chance.exponential(3);
      double normal = chance.normal();
      square += normal * normal;
      sides[chance.whole(1, 6) - 1]++;
    }

    assertThat(share / DRAWS).isCloseTo(0.5, within(0.003));
    assertThat(exponential / DRAWS).isCloseTo(3, within(0.03));
    assertThat(square / DRAWS).isCloseTo(1, within(0.015));
    for (int side : sides) {
      assertThat(side * 6.0 / DRAWS).isCloseTo(1, within(0.03));
    }
  }
}
