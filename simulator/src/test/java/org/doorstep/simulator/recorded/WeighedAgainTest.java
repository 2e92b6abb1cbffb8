package org.doorstep.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.command.FleetCommand.RequestReview;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.model.UnitPlace;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.policy.area.AreaModel.Cover;
import org.doorstep.dispatch.policy.area.AreaModel.Weighing;
import org.doorstep.dispatch.policy.area.CoverGround;
import org.doorstep.dispatch.policy.area.StageLaws;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.cover.CoverTable;
import org.doorstep.dispatch.policy.cover.Demand;
import org.doorstep.dispatch.policy.urgency.AutomaticRules;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.host.CommandHeads;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.host.VirtualArea;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: what an area decides that weighs everything is decided again from its log and from the
 * evidence behind it: weighed advice, diverts, exchanges, posts, reviews, and what it sends itself.
 */
class WeighedAgainTest {
  private static final AreaId AREA = new AreaId("TOWN");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final SealedPlace PLACE = new SealedPlace("UExBQ0VQTEFDRQ==");
  private static final UnitId A1 = new UnitId("A1");
  private static final UnitId A2 = new UnitId("A2");
  private static final int WEST = 0;
  private static final AreaModel MODEL = model();

  private final List<LoggedEvent> log = new ArrayList<>();
  private final CommandHeads heads = new CommandHeads(AREA);
  private final VirtualArea area = new VirtualArea(AreaSnapshot.empty(AREA), new Town(), MODEL);

  /** Minutes from each unit to each incident, by their numbers. */
  private final Map<IncidentId, List<Integer>> minutes = new TreeMap<>();

  /** By its hash. */
  private final Map<String, byte[]> evidence = new TreeMap<>();

  private Instant now = NOON;

  private final class Town implements Outside {
    @Override
    public void happened(LoggedEvent event) {
      log.add(event);
    }

    @Override
    public void askTravelTimes(AskTravelTimes order) {
      AreaPicture picture = picture(Optional.of(order.incident()));
      List<TravelQuote> quotes = quotes(order.incident());
      give(
          new RecommendUnits(
              head(),
              order.incident(),
              order.id().sequence(),
              store(quotes, picture),
              quotes,
              picture));
    }

    @Override
    public void notifyCrew(NotifyCrew order) {}
  }

  @Test
  void of_logOfAWeighedArea_isIdentical() {
    live();

    DecidedAgain again = DecidedAgain.of(log, this::stored, hash -> MODEL);

    assertThat(again.differences()).isEmpty();
    assertThat(again.recommendations()).isGreaterThanOrEqualTo(5);
    assertThat(log)
        .anyMatch(each -> each.event() instanceof UnitPosted)
        .anyMatch(
            each ->
                each.event() instanceof UnitAssigned sent
                    && sent.by().filter(Assigner.AREA_RULE::equals).isPresent())
        .anyMatch(
            each ->
                each.event() instanceof UnitAssigned sent
                    && sent.override().filter(OverrideReason.COVER::equals).isPresent());
  }

  @Test
  void of_evidenceWithoutItsPicture_isADifference() {
    live();

    assertThat(DecidedAgain.of(log, hash -> plain(stored(hash)), hash -> MODEL).differences())
        .singleElement()
        .asString()
        .contains("RecommendUnits");
  }

  @Test
  void of_anAreaThatIsTakenToSendTheClosest_isADifference() {
    live();

    assertThat(DecidedAgain.of(log, this::stored, hash -> AreaModel.CLOSEST).differences())
        .hasSize(1);
  }

  @Test
  void of_anExchangeWhoseReasonWasTakenAway_isADifference() {
    live();
    log.replaceAll(
        each ->
            each.event() instanceof UnitAssigned sent
                    && sent.override().filter(OverrideReason.COVER::equals).isPresent()
                ? new LoggedEvent(
                    each.area(),
                    each.sequence(),
                    each.at(),
                    each.actor(),
                    each.command(),
                    new UnitAssigned(
                        sent.incident(),
                        sent.unit(),
                        sent.recommendation(),
                        Optional.empty(),
                        sent.driveMillis()))
                : each);

    assertThat(DecidedAgain.of(log, this::stored, hash -> MODEL).differences())
        .singleElement()
        .asString()
        .contains("ExchangeUnits", "override-reason-missing");
  }

  /** A divert that was advised, an exchange with a reason, one by a review, a post, and a C1. */
  private void live() {
    signOn(A1);
    give(new MakeUnitUnavailable(head(), signOn(A2), UnavailableReason.BREAK));
    IncidentId first = open(Category.C3, 20, 25);
    sendFirst(first);
    IncidentId urgent = open(Category.C2, 3, 12);
    assertThat(latest(urgent).candidates().get(0).divertsFrom()).contains(first);
    sendFirst(urgent);
    give(new MakeUnitAvailable(head(), A2));
    sendFirst(first);
    signOn(new UnitId("A3"));
    signOn(new UnitId("A4"));
    exchange(new Exchange(urgent, A1, new UnitId("A3"), Optional.empty()));
    now = now.plus(Duration.ofMinutes(40));
    review();
    FleetReview review = review();
    MoveAdvice move = review.advice().moves().get(0);
    give(
        new PostUnit(
            head(), move.unit(), move.station(), Optional.of(review.number()), move.unitVersion()));
    open(Category.C1, 2, 30);
  }

  private void exchange(Exchange exchange) {
    give(
        new ExchangeUnits(
            head(),
            exchange,
            Optional.of(OverrideReason.COVER),
            new ExchangeSeen(
                version(exchange.incident()),
                version(exchange.leaves()),
                version(exchange.comes()),
                Optional.empty())));
  }

  private UnitId signOn(UnitId unit) {
    Capabilities able =
        Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE, Capability.CONVEYANCE);
    Instant endsAt = NOON.plus(Duration.ofHours(8));
    give(new SignOnUnit(head(), unit, new Shift(UnitKind.AMBULANCE, able, "West", endsAt)));
    return unit;
  }

  private IncidentId open(Category category, int first, int second) {
    IncidentId id = area.board().nextIncident();
    minutes.put(id, List.of(first, second));
    give(
        new OpenIncident(
            head(),
            heads.nextRecord(),
            IncidentSource.DESK,
            category,
            Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE),
            Optional.of(PLACE),
            List.of()));
    return id;
  }

  private void sendFirst(IncidentId incident) {
    Recommendation latest = latest(incident);
    var first = latest.candidates().get(0);
    give(
        new AssignUnit(
            head(),
            incident,
            first.unit(),
            Optional.of(latest.number()),
            Optional.empty(),
            new Seen(version(incident), version(first.unit())),
            first.divertsFrom()));
  }

  private FleetReview review() {
    give(new RequestReview(head()));
    long asked = area.board().fleet().reviewAsked();
    AreaPicture picture = picture(Optional.empty());
    give(new ReviewFleet(head(), asked, store(List.of(), picture), picture));
    return area.board().fleet().review().orElseThrow();
  }

  private Recommendation latest(IncidentId incident) {
    return area.board()
        .findIncident(incident)
        .orElseThrow()
        .response()
        .recommendation()
        .orElseThrow();
  }

  private long version(IncidentId incident) {
    return area.board().findIncident(incident).orElseThrow().version();
  }

  private long version(UnitId unit) {
    return area.board().findUnit(unit).orElseThrow().version();
  }

  private List<TravelQuote> quotes(IncidentId incident) {
    List<TravelQuote> quotes = new ArrayList<>();
    for (var unit : area.board().listUnits()) {
      int index = unit.id().equals(A1) ? 0 : 1;
      int drive = minutes.getOrDefault(incident, List.of(1, 1)).get(index) * 60_000;
      quotes.add(new TravelQuote(unit.id(), drive, false, 0));
    }
    return quotes;
  }

  private AreaPicture picture(Optional<IncidentId> asked) {
    List<UnitPlace> places = new ArrayList<>();
    area.board().listUnits().forEach(unit -> places.add(new UnitPlace(unit.id(), WEST, false)));
    List<OtherDrives> others = new ArrayList<>();
    for (var open : area.board().listIncidents()) {
      if (!asked.equals(Optional.of(open.id()))) {
        others.add(new OtherDrives(open.id(), 0, quotes(open.id())));
      }
    }
    return new AreaPicture(0, places, others);
  }

  private String store(List<TravelQuote> quotes, AreaPicture picture) {
    String hash = "%064d".formatted(evidence.size());
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put("drives", quotes.stream().map(WeighedAgainTest::drive).toList());
    stored.put("picture", picture);
    evidence.put(hash, RecordJson.write(stored));
    return hash;
  }

  private static Map<String, Object> drive(TravelQuote quote) {
    Map<String, Object> drive = new LinkedHashMap<>();
    drive.put("unit", quote.unit());
    drive.put("position", new Position(51, 0));
    drive.put("fixAt", NOON.plus(Duration.ofDays(1)));
    drive.put("atBase", true);
    drive.put("driveMillis", quote.driveMillis());
    drive.put("estimated", quote.estimated());
    return drive;
  }

  private byte[] stored(String hash) {
    return Optional.ofNullable(evidence.get(hash)).orElseThrow();
  }

  private static byte[] plain(byte[] stored) {
    List<Map<String, Object>> drives =
        StoredEvidence.of(stored).quotes(NOON).stream().map(WeighedAgainTest::drive).toList();
    return RecordJson.write(Map.of("drives", drives));
  }

  private CommandHead head() {
    return heads.next(Actor.user("desk"), now);
  }

  private void give(Command command) {
    area.give(command, reply -> assertThat(reply.rejection()).as("%s", command).isEmpty());
  }

  /** Two stations, 20 minutes apart; two zones, one around each; the area sends to C1. */
  private static AreaModel model() {
    int far = 1_200_000;
    int[] drives = {60_000, far, far, 60_000, 60_000, far, far, 60_000};
    int[] normal = {0, 900_000, 900_000, 0, 90_000, 900_000, 900_000, 90_000};
    CoverPolicy policy = CoverPolicy.FEW_MOVES;
    CoverGround ground =
        new CoverGround(
            List.of("West", "East"),
            2,
            new CoverTable(4, 2, drives, policy.rules().law().layers()),
            normal,
            Collections.nCopies(
                CoverGround.HOURS, new CoverGround.Hour(Demand.of(new double[] {1, 1}), 0.05)),
            ZoneOffset.UTC);
    DispatchRules usual = DispatchRules.ENGINEERING_DEFAULTS;
    DispatchRules rules =
        new DispatchRules(
            usual.urgency(),
            usual.reassignment(),
            usual.crew(),
            usual.cover(),
            new AutomaticRules(List.of(Category.C1), 6, 1, 30, 120),
            usual.moves());
    return new AreaModel(
        "7".repeat(64),
        Optional.of(
            new Weighing(
                rules, StageLaws.ENGINEERING_DEFAULTS, Optional.of(new Cover(ground, policy)))));
  }
}
