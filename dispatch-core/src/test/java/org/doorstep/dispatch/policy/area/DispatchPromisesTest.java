package org.doorstep.dispatch.policy.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.engine.RandomArea;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.golden.AutomaticTown;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitPlace;
import org.doorstep.dispatch.model.Verdict;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: whatever state an area has come to, nobody is sent who cannot be, nothing is advised
 * that harms more than the rules allow, and the same question has the same answer.
 */
class DispatchPromisesTest {
  private static final int SEEDS = 150;
  private static final int QUESTIONS = 4;
  private static final AreaModel MODEL = AutomaticTown.model();
  private static final double LATER_MINUTES_MAX = 2;
  private static final int CREW_MOVES_MAX = 3;
  private static final Duration SHIFT_END_NEAR = Duration.ofMinutes(45);
  private static final Duration BREAK_NEAR = Duration.ofMinutes(30);

  @Test
  void candidates_thatCanBeSent_areFreeAbleAndReachableOrMayBeDiverted() {
    int[] seen = new int[3];
    eachQuestion(
        question -> {
          Recommended made = new DispatchPolicy(MODEL).recommend(question);
          for (Candidate candidate : made.ranking().candidates()) {
            ClinicalUnit unit = unit(question.situation(), candidate.unit());
            assertThat(quote(question.quotes(), unit.id())).as("a drive of %s", unit).isPresent();
            assertThat(unit.shift().capabilities().meet(question.asked().needsNext()))
                .as("%s is able", unit)
                .isTrue();
            if (isFreeSoon(candidate)) {
              assertThat(unit.job().map(job -> job.stage().hasReachedScene())).contains(true);
              seen[0]++;
            } else if (candidate.divertsFrom().isPresent()) {
              requireMayBeDiverted(question, candidate, unit);
              seen[1]++;
            } else {
              assertThat(unit.isAssignable()).as("%s is free", unit).isTrue();
              seen[2]++;
            }
          }
          boolean sends =
              made.advice().map(Advice::verdict).filter(Verdict.SEND::equals).isPresent();
          assertThat(sends && isFreeSoon(made.ranking().candidates().get(0))).isFalse();
        });
    assertThat(seen).as("soon free, diverted, free").doesNotContain(0);
  }

  @Test
  void areaRule_everSending_sendsWhoWasFreeAndAbleThen() {
    int[] sent = new int[1];
    Seeds.each(
        40,
        seed -> {
          World world = new World(MODEL);
          RandomArea area = new RandomArea(world, seed);
          for (int i = 0; i < 300; i++) {
            Map<UnitId, ClinicalUnit> before = new TreeMap<>();
            world.engine().view().listUnits().forEach(unit -> before.put(unit.id(), unit));
            Command command = area.next();
            for (LoggedEvent logged : world.offer(command).events()) {
              if (logged.event() instanceof UnitAssigned assigned
                  && assigned.by().filter(Assigner.AREA_RULE::equals).isPresent()) {
                assertThat(before.get(assigned.unit()))
                    .matches(unit -> unit != null && unit.isAssignable(), "was free");
                sent[0]++;
              }
            }
          }
        });
    assertThat(sent[0]).isPositive();
  }

  @Test
  void copyOfAUnit_withAShorterDriveToTheAskedAlone_standsBeforeIt() {
    int[] compared = new int[1];
    eachQuestion(
        question -> {
          Ranking first = new Ranking(question);
          for (Candidate candidate : first.free()) {
            if (candidate.driveMillis() == 0) {
              continue;
            }
            Question with = withCopy(question, candidate);
            List<UnitId> order =
                new DispatchPolicy(MODEL)
                    .recommend(with).ranking().candidates().stream().map(Candidate::unit).toList();
            if (order.contains(candidate.unit())) {
              assertThat(order.indexOf(COPY))
                  .as("the copy of %s in %s", candidate.unit(), order)
                  .isBetween(0, order.indexOf(candidate.unit()));
              compared[0]++;
            }
          }
        });
    assertThat(compared[0]).isGreaterThan(SEEDS);
  }

  @Test
  void anyQuestion_askedAgain_alsoAfterOthersAndByANewPolicy_hasTheSameAnswer() {
    DispatchPolicy used = new DispatchPolicy(MODEL);
    List<Question> questions = new ArrayList<>();
    List<Recommended> answers = new ArrayList<>();
    eachQuestion(
        question -> {
          questions.add(question);
          answers.add(new DispatchPolicy(MODEL).recommend(question));
          assertThat(used.recommend(question)).isEqualTo(answers.get(answers.size() - 1));
          assertThat(used.review(question.situation(), FleetWatch.NONE))
              .isEqualTo(new DispatchPolicy(MODEL).review(question.situation(), FleetWatch.NONE));
        });
    for (int i = questions.size() - 1; i >= 0; i--) {
      assertThat(used.recommend(questions.get(i))).isEqualTo(answers.get(i));
    }
  }

  @Test
  void exchanges_neverMakeAPatientLaterThanTheGuardAllows() {
    int[] seen = new int[2];
    Seeds.each(
        SEEDS,
        seed -> {
          RandomQuestion random = new RandomQuestion(MODEL, seed);
          for (int i = 0; i < QUESTIONS; i++) {
            Question question = i % 2 == 0 ? random.next() : nobodyElseWaits(random.next());
            Optional<ExchangeAdvice> asked =
                new DispatchPolicy(MODEL).recommend(question).advice().flatMap(Advice::exchange);
            asked.ifPresent(
                advice -> requireGuarded(question.situation(), advice, question.asked()));
            seen[0] += asked.isPresent() ? 1 : 0;
            Situation whole = random.whole();
            for (ExchangeAdvice advice :
                new DispatchPolicy(MODEL).review(whole, FleetWatch.NONE).advice().exchanges()) {
              requireGuarded(whole, advice, new OpenCall(anyIncident(whole, advice), List.of()));
              seen[1]++;
            }
          }
        });
    assertThat(seen).as("exchanges for one that waits, and of reviews").doesNotContain(0);
  }

  @Test
  void reviews_moveOnlyCrewsThatAreFreeAndNotNearRestOrHomeOrTheirLimits() {
    int[] seen = new int[2];
    Seeds.each(
        SEEDS,
        seed -> {
          RandomQuestion random = new RandomQuestion(MODEL, seed);
          Situation whole = random.whole();
          FleetWatch watch = random.world().engine().view().fleet();
          var advice = new DispatchPolicy(MODEL).review(whole, watch).advice();
          for (MoveAdvice move : advice.moves()) {
            requireMayBeMoved(whole, move);
            seen[0]++;
          }
          advice
              .breaks()
              .forEach(
                  rest -> {
                    ClinicalUnit unit = unit(whole, rest.unit());
                    assertThat(unit.isAssignable()).isTrue();
                    assertThat(unit.duty().breakTakenAt()).isEmpty();
                    assertThat(unit.shift().rest().orElseThrow().from())
                        .isBeforeOrEqualTo(whole.now());
                    seen[1]++;
                  });
        });
    assertThat(seen).as("moves and breaks").doesNotContain(0);
  }

  /** The same where whoever is free has nobody else to go to. */
  private static Question nobodyElseWaits(Question question) {
    Situation now = question.situation();
    List<OpenCall> served = now.calls().stream().filter(each -> each.unmet().isEmpty()).toList();
    return new Question(
        new Situation(now.units(), served, now.picture(), now.now()),
        question.asked(),
        question.quotes());
  }

  private static final UnitId COPY = new UnitId("ZZ9");

  /** The candidates of a question that are free. */
  private record Ranking(Question question) {
    List<Candidate> free() {
      return new DispatchPolicy(MODEL)
          .recommend(question).ranking().candidates().stream()
              .filter(each -> each.divertsFrom().isEmpty() && !isFreeSoon(each))
              .toList();
    }
  }

  private static boolean isFreeSoon(Candidate candidate) {
    return candidate.reasons().stream().anyMatch(each -> each.code() == Reason.Code.FREE_SOON);
  }

  private static void requireMayBeDiverted(
      Question question, Candidate candidate, ClinicalUnit unit) {
    Job job = unit.job().orElseThrow();
    assertThat(job.stage().hasReachedScene()).isFalse();
    assertThat(candidate.divertsFrom()).contains(job.incident());
    Incident left = question.situation().find(job.incident()).orElseThrow().incident();
    assertThat(question.asked().incident().triage().category().level())
        .isLessThan(left.triage().category().level());
    assertThat(left.response().lost()).isZero();
  }

  private static void requireMayBeMoved(Situation whole, MoveAdvice move) {
    ClinicalUnit unit = unit(whole, move.unit());
    assertThat(unit.isAssignable()).as("%s is free", unit).isTrue();
    assertThat(unit.shift().endsAt()).isAfter(whole.now().plus(SHIFT_END_NEAR));
    unit.shift()
        .rest()
        .filter(rest -> unit.duty().breakTakenAt().isEmpty())
        .ifPresent(
            rest -> {
              // Who stands is left alone while its break could be; who is free has to go somewhere.
              if (move.kind() == MoveAdvice.Kind.STANDING) {
                assertThat(rest.from()).isAfter(whole.now());
              }
              assertThat(rest.until()).isAfter(whole.now().plus(BREAK_NEAR));
            });
    if (move.kind() == MoveAdvice.Kind.STANDING) {
      assertThat(unit.duty().moves()).isLessThan(CREW_MOVES_MAX);
    }
  }

  private static Incident anyIncident(Situation whole, ExchangeAdvice advice) {
    return whole.find(advice.exchange().incident()).orElseThrow().incident();
  }

  /** By the words of the rule: no later, or a little later and within target. */
  private static void requireGuarded(Situation now, ExchangeAdvice advice, OpenCall asked) {
    IncidentId id = advice.exchange().incident();
    Incident incident = now.find(id).orElseThrow().incident();
    OtherDrives drives =
        now.picture().others().stream()
            .filter(each -> each.incident().equals(id))
            .findFirst()
            .orElseThrow();
    double waited = minutes(Duration.between(incident.triage().clockStartedAt(), now.now()));
    double expected = waited + drive(drives, advice.exchange().leaves());
    double instead = waited + drive(drives, advice.exchange().comes());
    double target =
        ResponsePlan.target(incident.triage().category())
            .map(DispatchPromisesTest::minutes)
            .orElse(Double.POSITIVE_INFINITY);
    boolean guarded =
        instead <= expected || (instead <= expected + LATER_MINUTES_MAX && instead <= target);
    assertThat(guarded)
        .as("%s from %s to %s, target %s, asked %s", advice, expected, instead, target, asked)
        .isTrue();
    assertThat(unit(now, advice.exchange().comes()).isAssignable()).isTrue();
    assertThat(incident.findJob(advice.exchange().leaves()).orElseThrow().stage())
        .matches(stage -> !stage.hasReachedScene(), "is on its way");
  }

  private static double drive(OtherDrives drives, UnitId unit) {
    return quote(drives.quotes(), unit).orElseThrow().driveMillis() / 60_000.0;
  }

  private static double minutes(Duration duration) {
    return duration.toMillis() / 60_000.0;
  }

  private static Optional<TravelQuote> quote(List<TravelQuote> quotes, UnitId unit) {
    return quotes.stream().filter(each -> each.unit().equals(unit)).findFirst();
  }

  private static ClinicalUnit unit(Situation situation, UnitId id) {
    return situation.units().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The same area with one unit more, that is like another but nearer to the incident asked. */
  private static Question withCopy(Question question, Candidate candidate) {
    Situation now = question.situation();
    ClinicalUnit like = unit(now, candidate.unit());
    List<ClinicalUnit> units = new ArrayList<>(now.units());
    units.add(
        new ClinicalUnit(
            COPY,
            like.version(),
            like.shift(),
            like.unavailable(),
            like.job(),
            like.since(),
            like.duty()));
    List<UnitPlace> places = new ArrayList<>(now.picture().places());
    now.picture().places().stream()
        .filter(each -> each.unit().equals(like.id()))
        .findFirst()
        .ifPresent(at -> places.add(new UnitPlace(COPY, at.place(), at.onRoad())));
    List<OtherDrives> others = new ArrayList<>();
    for (OtherDrives other : now.picture().others()) {
      others.add(
          new OtherDrives(other.incident(), other.zone(), withQuote(other.quotes(), like.id(), 0)));
    }
    var picture = new AreaPicture(now.picture().zone(), places, others);
    return new Question(
        new Situation(units, now.calls(), picture, now.now()),
        question.asked(),
        withQuote(question.quotes(), like.id(), (candidate.driveMillis() + 1) / 2));
  }

  private static List<TravelQuote> withQuote(
      List<TravelQuote> quotes, UnitId like, int nearerMillis) {
    List<TravelQuote> all = new ArrayList<>(quotes);
    quote(quotes, like)
        .ifPresent(
            old ->
                all.add(
                    new TravelQuote(
                        COPY,
                        old.driveMillis() - nearerMillis,
                        old.estimated(),
                        old.fixAgeSeconds())));
    return all;
  }

  private static void eachQuestion(Consumer<Question> property) {
    Seeds.each(
        SEEDS,
        seed -> {
          RandomQuestion random = new RandomQuestion(MODEL, seed);
          for (int i = 0; i < QUESTIONS; i++) {
            property.accept(random.next());
          }
        });
  }
}
