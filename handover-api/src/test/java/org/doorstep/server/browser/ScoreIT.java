package org.doorstep.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.BedsideTests;
import org.doorstep.dispatch.model.Breathing;
import org.doorstep.dispatch.model.Circulation;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.OxygenTarget;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.protocol.News2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: the score on the tablet while somebody types is the server's score, for every value of
 * every observation on both scales, and for mixed rounds with parts missing.
 */
class ScoreIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final long SEED = 20_261_126L;
  private static final int MIXED_ROUNDS = 4_000;
  private static final List<OxygenTarget.Scale> SCALES = List.of(OxygenTarget.Scale.values());
  private static final List<Consciousness> AWAKE = List.of(Consciousness.values());
  private static final List<Optional<Boolean>> OXYGEN =
      List.of(Optional.empty(), Optional.of(false), Optional.of(true));

  @Test
  void score_everyValueOfEveryObservation_isTheServers() {
    List<Case> cases = new ArrayList<>(everyValue());
    cases.addAll(mixed());
    assertThat(cases).hasSizeGreaterThan(MIXED_ROUNDS + 2_000);

    List<String> shown = onThePage(cases);
    for (int i = 0; i < cases.size(); i++) {
      assertThat(shown.get(i))
          .as("seed %d, %s", SEED, cases.get(i))
          .isEqualTo(cases.get(i).scored());
    }
  }

  /** One observation alone runs through all that the contract takes. */
  private static List<Case> everyValue() {
    List<Case> cases = new ArrayList<>();
    for (OxygenTarget.Scale scale : SCALES) {
      for (Optional<Boolean> oxygen : OXYGEN) {
        Signs none = Signs.NONE.on(oxygen);
        all(0, 150).map(none::breathing).forEach(signs -> cases.add(adult(signs, scale)));
        all(0, 100).map(none::saturated).forEach(signs -> cases.add(adult(signs, scale)));
        all(0, 350).map(none::pressing).forEach(signs -> cases.add(adult(signs, scale)));
        all(0, 400).map(none::beating).forEach(signs -> cases.add(adult(signs, scale)));
        all(100, 480).map(none::warm).forEach(signs -> cases.add(adult(signs, scale)));
        Stream.of(Consciousness.values())
            .map(none::awake)
            .forEach(signs -> cases.add(adult(signs, scale)));
      }
    }
    return cases;
  }

  /** Rounds as they come, with parts left out, ages and pregnancies of every kind. */
  private static List<Case> mixed() {
    Random random = new Random(SEED);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < MIXED_ROUNDS; i++) {
      Signs signs =
          Signs.NONE
              .on(OXYGEN.get(random.nextInt(OXYGEN.size())))
              .breathing(5 + random.nextInt(25))
              .saturated(80 + random.nextInt(21))
              .pressing(80 + random.nextInt(150))
              .beating(35 + random.nextInt(110))
              .warm(340 + random.nextInt(60))
              .awake(AWAKE.get(random.nextInt(AWAKE.size())));
      cases.add(
          new Case(
              signs.without(random.nextInt(12)),
              SCALES.get(random.nextInt(SCALES.size())),
              random.nextInt(4) == 0 ? Optional.empty() : Optional.of(10 + random.nextInt(80)),
              OXYGEN.get(random.nextInt(8) == 0 ? 2 : random.nextInt(2))));
    }
    return cases;
  }

  private static Stream<Integer> all(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed();
  }

  private static Case adult(Signs signs, OxygenTarget.Scale scale) {
    return new Case(signs, scale, Optional.of(50), Optional.of(false));
  }

  /** The same by the function that the tablet shows its score by. */
  private static List<String> onThePage(List<Case> cases) {
    Desk desk = BROWSER.stranger();
    desk.page().navigate("/sign-in");
    Object shown =
        desk.page()
            .evaluate(
                """
                async (cases) => {
                  const { scoreOf } = await import('/screens/shared/news2.js');
                  return cases.map(({ round, facts }) => {
                    const it = scoreOf(round, facts);
                    return it.notValid ?? `${it.total} ${it.missing.length} ${it.three}`;
                  });
                }""",
                cases.stream().map(Case::asked).toList());
    return ((List<?>) shown).stream().map(String::valueOf).toList();
  }

  /** All that a score depends on; empty was not measured or is not known. */
  private record Case(
      Signs signs,
      OxygenTarget.Scale scale,
      Optional<Integer> ageYears,
      Optional<Boolean> carries) {

    /** As the page's own function takes it. */
    Map<String, Object> asked() {
      Map<String, Object> round = new LinkedHashMap<>();
      signs.breaths().ifPresent(value -> round.put("respiratoryRate", value));
      signs.saturation().ifPresent(value -> round.put("oxygenSaturation", value));
      signs.oxygen().ifPresent(value -> round.put("oxygenGiven", value));
      signs.systolic().ifPresent(value -> round.put("systolicPressure", value));
      signs.pulse().ifPresent(value -> round.put("pulse", value));
      signs.awake().ifPresent(value -> round.put("consciousness", value.name()));
      signs.tenths().ifPresent(value -> round.put("temperatureTenths", value));
      Map<String, Object> facts = new LinkedHashMap<>();
      ageYears.ifPresent(value -> facts.put("ageYears", value));
      carries.ifPresent(value -> facts.put("pregnant", value));
      facts.put("scale2", scale == OxygenTarget.Scale.SCALE_2);
      return Map.of("round", round, "facts", facts);
    }

    /** What the server says, in a line. */
    String scored() {
      News2.Result result = News2.of(signs.round(), facts());
      if (result instanceof News2.NotValidated none) {
        return none.reason().name();
      }
      News2.Scored score = (News2.Scored) result;
      return "%d %d %b".formatted(score.total(), score.missing().size(), score.hasSingleThree());
    }

    private PatientFacts facts() {
      return new PatientFacts(
          ageYears,
          carries,
          scale == OxygenTarget.Scale.SCALE_2
              ? Optional.of(new OxygenTarget(scale, true, true))
              : Optional.empty());
    }
  }

  private record Signs(
      Optional<Integer> breaths,
      Optional<Integer> saturation,
      Optional<Boolean> oxygen,
      Optional<Integer> systolic,
      Optional<Integer> pulse,
      Optional<Integer> tenths,
      Optional<Consciousness> awake) {
    static final Signs NONE =
        new Signs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Signs on(Optional<Boolean> given) {
      return new Signs(breaths, saturation, given, systolic, pulse, tenths, awake);
    }

    Signs breathing(int value) {
      return new Signs(Optional.of(value), saturation, oxygen, systolic, pulse, tenths, awake);
    }

    Signs saturated(int value) {
      return new Signs(breaths, Optional.of(value), oxygen, systolic, pulse, tenths, awake);
    }

    Signs pressing(int value) {
      return new Signs(breaths, saturation, oxygen, Optional.of(value), pulse, tenths, awake);
    }

    Signs beating(int value) {
      return new Signs(breaths, saturation, oxygen, systolic, Optional.of(value), tenths, awake);
    }

    Signs warm(int value) {
      return new Signs(breaths, saturation, oxygen, systolic, pulse, Optional.of(value), awake);
    }

    Signs awake(Consciousness value) {
      return new Signs(breaths, saturation, oxygen, systolic, pulse, tenths, Optional.of(value));
    }

    /** The same with one part left out; whole from the sixth on. */
    Signs without(int part) {
      return new Signs(
          part == 0 ? Optional.empty() : breaths,
          part == 1 ? Optional.empty() : saturation,
          oxygen,
          part == 2 ? Optional.empty() : systolic,
          part == 3 ? Optional.empty() : pulse,
          part == 4 ? Optional.empty() : tenths,
          part == 5 ? Optional.empty() : awake);
    }

    ObservationSet round() {
      return new ObservationSet(
          Instant.EPOCH,
          new Breathing(
              breaths, saturation, oxygen.map(given -> new Oxygen(given, Optional.empty()))),
          new Circulation(systolic, pulse),
          awake,
          tenths,
          BedsideTests.NONE,
          Optional.empty());
    }
  }
}
