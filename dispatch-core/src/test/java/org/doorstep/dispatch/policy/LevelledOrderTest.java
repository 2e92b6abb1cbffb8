package org.doorstep.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.model.TravelMode;
import org.doorstep.dispatch.policy.DestinationReason.Code;
import org.doorstep.dispatch.shell.reference.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: queues at hospitals are shown, and change the order only where a desk has said so, never
 * where minutes count and never by a long way; no door that is shut comes first.
 */
class LevelledOrderTest {
  private static final ServiceDirectory WEST_KENT = Directory.westKent().services();
  private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");
  private static final ServiceWord.Said SAID =
      new ServiceWord.Said(Actor.user("ann"), NOW.minusSeconds(120));
  private static final Optional<LoadLevelling> ON =
      Optional.of(new LoadLevelling(true, "Ten outside Pembury", SAID));
  private static final Optional<LoadLevelling> OFF =
      Optional.of(new LoadLevelling(false, "", SAID));

  /** Tunbridge Wells is 12 minutes away, Maidstone as said; each says its minutes to handover. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          off                               | off | EMERGENCY_DEPARTMENT | 1 | 90 | 20 | 15 | TUNBRIDGE-WELLS-ED
          on, and much is won               | on  | EMERGENCY_DEPARTMENT | 1 | 90 | 20 | 15 | MAIDSTONE-ED
          ten minutes farther, at the edge  | on  | EMERGENCY_DEPARTMENT | 1 | 90 | 22 | 15 | MAIDSTONE-ED
          eleven minutes farther            | on  | EMERGENCY_DEPARTMENT | 1 | 90 | 23 | 15 | TUNBRIDGE-WELLS-ED
          ten minutes are won               | on  | EMERGENCY_DEPARTMENT | 1 | 33 | 20 | 15 | MAIDSTONE-ED
          nine are too few                  | on  | EMERGENCY_DEPARTMENT | 1 | 32 | 20 | 15 | TUNBRIDGE-WELLS-ED
          a high score                      | on  | EMERGENCY_DEPARTMENT | 7 | 90 | 20 | 15 | TUNBRIDGE-WELLS-ED
          a score of six                    | on  | EMERGENCY_DEPARTMENT | 6 | 90 | 20 | 15 | MAIDSTONE-ED
          no score                          | on  | EMERGENCY_DEPARTMENT | - | 90 | 20 | 15 | TUNBRIDGE-WELLS-ED
          an arrest                         | on  | NEAREST_SUITABLE_EMERGENCY_DEPARTMENT | 1 | 90 | 20 | 15 | TUNBRIDGE-WELLS-ED
          nobody said how long the queue is | on  | EMERGENCY_DEPARTMENT | 1 | -  | 20 | 0  | TUNBRIDGE-WELLS-ED
          """)
  void rank_withQueues_putsFirst(
      String name,
      String levelling,
      DestinationClass destination,
      String score,
      String nearQueue,
      int farDrive,
      int farQueue,
      String first) {
    List<QueueWord> queues = new ArrayList<>();
    if (!nearQueue.equals("-")) {
      queues.add(queue("TUNBRIDGE-WELLS-ED", Integer.parseInt(nearQueue)));
    }
    queues.add(queue("MAIDSTONE-ED", farQueue));
    var around = around(levelling.equals("on") ? ON : OFF, queues, List.of(), TravelMode.NORMAL);

    DestinationRanking ranking =
        rank(
            destination,
            score,
            List.of(drive("TUNBRIDGE-WELLS-ED", 12), drive("MAIDSTONE-ED", farDrive)),
            around);

    assertThat(ranking.options().get(0).service().value()).isEqualTo(first);
  }

  @Test
  void rank_levelled_saysWhatIsWonAndWhatIsPassed() {
    var around =
        around(
            ON,
            List.of(queue("TUNBRIDGE-WELLS-ED", 90), queue("MAIDSTONE-ED", 15)),
            List.of(),
            TravelMode.NORMAL);

    DestinationRanking ranking =
        rank(
            DestinationClass.EMERGENCY_DEPARTMENT,
            "1",
            List.of(drive("TUNBRIDGE-WELLS-ED", 12), drive("MAIDSTONE-ED", 20)),
            around);

    DestinationRanking.Option first = ranking.options().get(0);
    assertThat(first.reasons()).contains(new DestinationReason(Code.LEVELLED, 67 * 60));
    assertThat(first.clearMillis()).contains((20 + 15 + 15) * 60_000L);
    assertThat(first.passes().get(0).name()).startsWith("Tunbridge Wells");
    assertThat(ranking.options().get(1).reasons())
        .contains(new DestinationReason(Code.LEVELLED_BEHIND, 67 * 60));
  }

  @Test
  void rank_stroke_saysWhatIsPassedAndWhatItLacks() {
    DestinationRanking ranking =
        rank(
            DestinationClass.STROKE_UNIT,
            "2",
            List.of(drive("TUNBRIDGE-WELLS-ED", 12), drive("MAIDSTONE-ED", 24)),
            around(Optional.empty(), List.of(), List.of(), TravelMode.BLUE_LIGHT));

    DestinationRanking.Option first = ranking.options().get(0);
    DestinationRanking.Passed passed = first.passes().get(0);
    assertThat(passed.service().value()).isEqualTo("TUNBRIDGE-WELLS-ED");
    assertThat(passed.driveMillis()).isEqualTo(12 * 60_000);
    assertThat(passed.lacks()).contains(CareNeed.STROKE_UNIT);
    assertThat(first.mode()).contains(TravelMode.BLUE_LIGHT);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "EMERGENCY_DEPARTMENT, FULL, MAIDSTONE-ED",
    "EMERGENCY_DEPARTMENT, PAUSED, MAIDSTONE-ED",
    "NEAREST_SUITABLE_EMERGENCY_DEPARTMENT, FULL, TUNBRIDGE-WELLS-ED",
    "NEAREST_SUITABLE_EMERGENCY_DEPARTMENT, PAUSED, MAIDSTONE-ED",
  })
  void rank_nearestSaysItIsShut_putsItBehindButForAnArrestOnlyIfItIsPaused(
      DestinationClass destination, Room room, String first) {
    DestinationRanking ranking =
        rank(
            destination,
            "9",
            List.of(drive("TUNBRIDGE-WELLS-ED", 12), drive("MAIDSTONE-ED", 24)),
            around(
                Optional.empty(),
                List.of(),
                List.of(word("TUNBRIDGE-WELLS-ED", room)),
                TravelMode.BLUE_LIGHT));

    assertThat(ranking.options().get(0).service().value()).isEqualTo(first);
    assertThat(ranking.options()).hasSize(2);
  }

  @Test
  void rank_allAreShut_offersThemAndSaysSo() {
    DestinationRanking ranking =
        rank(
            DestinationClass.EMERGENCY_DEPARTMENT,
            "3",
            List.of(drive("TUNBRIDGE-WELLS-ED", 12)),
            around(
                Optional.empty(),
                List.of(),
                List.of(word("TUNBRIDGE-WELLS-ED", Room.FULL)),
                TravelMode.NORMAL));

    assertThat(ranking.options().get(0).reasons())
        .contains(new DestinationReason(Code.ALL_SHUT, 0));
  }

  @Test
  void rank_whateverIsSaid_offersNothingThatIsClosedFullTooFarOrLacksTheNeed() {
    Seeds.each(
        300,
        seed -> {
          Random random = new Random(seed);
          DestinationQuestion question = randomQuestion(random, random.nextBoolean() ? ON : OFF);
          DestinationRanking ranking = DestinationChoice.rank(WEST_KENT, question);
          assertThat(ranking.options().size() + ranking.rejected().size())
              .isEqualTo(WEST_KENT.services().size());
          for (DestinationRanking.Option option : ranking.options()) {
            Service service = WEST_KENT.find(option.service()).orElseThrow();
            Instant arrival = question.now().plusMillis(option.driveMillis().orElse(0));
            assertThat(WEST_KENT.isOpen(service, question.now())).isTrue();
            assertThat(WEST_KENT.isOpen(service, arrival)).isTrue();
            boolean emergency = service.meets(CareNeed.EMERGENCY);
            boolean advises =
                service.meets(CareNeed.CLINICAL_HUB) && room(question, service) == Room.ADVICE_ONLY;
            assertThat(emergency || advises || !room(question, service).isShut()).isTrue();
            assertThat(service.place().isEmpty() || option.driveMillis().isPresent()).isTrue();
          }
          assertShutStandBehind(question, ranking);
        });
  }

  @Test
  void rank_levellingOff_doesNotDependOnQueues() {
    Seeds.each(
        200,
        seed -> {
          Random random = new Random(seed);
          DestinationQuestion question = randomQuestion(random, OFF);
          assertThat(order(question)).isEqualTo(order(withoutQueues(question)));
        });
  }

  @Test
  void rank_levellingOn_neverChangesWhatIsTimeCriticalNorDrivesFarther() {
    Seeds.each(
        400,
        seed -> {
          Random random = new Random(seed);
          DestinationQuestion question = randomQuestion(random, ON);
          List<String> without = order(withoutQueues(question));
          List<String> with = order(question);
          if (LevelledOrder.isTimeCritical(question)) {
            assertThat(with).isEqualTo(without);
          } else if (!with.equals(without)) {
            long extra = driveMillis(question, with.get(0)) - driveMillis(question, without.get(0));
            assertThat(extra).isLessThanOrEqualTo(LevelledOrder.EXTRA_DRIVE_MAX.toMillis());
          }
        });
  }

  /** Of one kind, whoever is shut stands behind whoever is not, but for an arrest. */
  private static void assertShutStandBehind(
      DestinationQuestion question, DestinationRanking ranking) {
    if (question.destination() == DestinationClass.NEAREST_SUITABLE_EMERGENCY_DEPARTMENT
        || ranking.options().isEmpty()) {
      return;
    }
    Service first = WEST_KENT.find(ranking.options().get(0).service()).orElseThrow();
    boolean othersOpen =
        ranking.options().stream()
            .filter(option -> !isFallback(option))
            .map(option -> WEST_KENT.find(option.service()).orElseThrow())
            .anyMatch(service -> !room(question, service).isShut());
    if (othersOpen) {
      assertThat(room(question, first).isShut()).isFalse();
    }
  }

  private static boolean isFallback(DestinationRanking.Option option) {
    return option.reasons().stream().anyMatch(reason -> reason.code() == Code.FALLBACK);
  }

  private static Room room(DestinationQuestion question, Service service) {
    Optional<ServiceWord> word =
        question.around().words().stream()
            .filter(each -> each.service().equals(service.id()))
            .findFirst();
    return RoomRules.status(WEST_KENT, service, word, question.now()).room();
  }

  private static DestinationQuestion randomQuestion(
      Random random, Optional<LoadLevelling> levelling) {
    Instant now = NOW.plusSeconds(random.nextInt(7 * 86_400));
    List<ServiceDrive> drives = new ArrayList<>();
    List<ServiceWord> words = new ArrayList<>();
    List<QueueWord> queues = new ArrayList<>();
    List<Room> rooms =
        List.of(Room.OPEN, Room.LIMITED, Room.PAUSED, Room.FULL, Room.ADVICE_ONLY, Room.UNKNOWN);
    for (Service service : WEST_KENT.services()) {
      if (service.place().isPresent() && random.nextInt(10) > 0) {
        drives.add(drive(service.id().value(), 1 + random.nextInt(70)));
      }
      var said = new ServiceWord.Said(Actor.user("ann"), now.minusSeconds(random.nextInt(9_000)));
      if (random.nextBoolean()) {
        Room room = rooms.get(random.nextInt(rooms.size()));
        words.add(
            new ServiceWord(
                service.id(), room, Optional.empty(), Optional.empty(), Optional.empty(), said));
      }
      if (random.nextBoolean()) {
        queues.add(new QueueWord(service.id(), 1, random.nextInt(180), said));
      }
    }
    DestinationClass[] classes = DestinationClass.values();
    return new DestinationQuestion(
        classes[random.nextInt(classes.length)],
        new DestinationQuestion.Patient(
            Optional.of(random.nextInt(100)),
            Optional.of(random.nextInt(10) == 0),
            random.nextInt(8) == 0 ? Optional.empty() : Optional.of(random.nextInt(10)),
            random.nextBoolean()),
        drives,
        List.of(),
        now,
        new Circumstances(
            words,
            queues,
            levelling,
            random.nextInt(4) == 0 ? TravelMode.BLUE_LIGHT : TravelMode.NORMAL,
            random.nextInt(5) == 0,
            Optional.empty()));
  }

  private static DestinationQuestion withoutQueues(DestinationQuestion question) {
    return new DestinationQuestion(
        question.destination(),
        question.patient(),
        question.drives(),
        question.capacities(),
        question.now(),
        new Circumstances(
            question.around().words(),
            List.of(),
            question.around().levelling(),
            question.around().mode(),
            question.around().timeCritical(),
            question.around().scene()));
  }

  private static List<String> order(DestinationQuestion question) {
    return DestinationChoice.rank(WEST_KENT, question).options().stream()
        .map(option -> option.service().value())
        .toList();
  }

  private static long driveMillis(DestinationQuestion question, String service) {
    return question.drives().stream()
        .filter(each -> each.service().value().equals(service))
        .mapToLong(ServiceDrive::driveMillis)
        .findFirst()
        .orElse(0);
  }

  private static DestinationRanking rank(
      DestinationClass destination, String score, List<ServiceDrive> drives, Circumstances around) {
    return DestinationChoice.rank(
        WEST_KENT,
        new DestinationQuestion(
            destination,
            new DestinationQuestion.Patient(
                Optional.of(70),
                Optional.of(false),
                score.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(score)),
                false),
            drives,
            List.of(),
            NOW,
            around));
  }

  private static Circumstances around(
      Optional<LoadLevelling> levelling,
      List<QueueWord> queues,
      List<ServiceWord> words,
      TravelMode mode) {
    return new Circumstances(words, queues, levelling, mode, false, Optional.empty());
  }

  private static ServiceWord word(String service, Room room) {
    return new ServiceWord(
        new ServiceId(service), room, Optional.empty(), Optional.empty(), Optional.empty(), SAID);
  }

  private static QueueWord queue(String service, int minutes) {
    return new QueueWord(new ServiceId(service), 5, minutes, SAID);
  }

  private static ServiceDrive drive(String service, int minutes) {
    return new ServiceDrive(new ServiceId(service), minutes * 60_000, false);
  }
}
