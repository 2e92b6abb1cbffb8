package org.doorstep.server.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Report;
import org.doorstep.dispatch.model.Response;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.Triage;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.model.UnitPlace;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.policy.area.AreaModel.Cover;
import org.doorstep.dispatch.policy.area.AreaModel.Weighing;
import org.doorstep.dispatch.policy.area.CoverDefaults;
import org.doorstep.dispatch.policy.area.CoverGround;
import org.doorstep.dispatch.policy.area.DispatchPolicy;
import org.doorstep.dispatch.policy.area.OpenCall;
import org.doorstep.dispatch.policy.area.Question;
import org.doorstep.dispatch.policy.area.Situation;
import org.doorstep.dispatch.policy.area.StageLaws;
import org.doorstep.dispatch.policy.cover.CoverTable;
import org.doorstep.dispatch.policy.cover.Demand;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.simulator.chance.Chance;

/**
 * What a whole recommendation costs, cover, assignment and reasons and all: strewn units and
 * incidents, another question each time. Warm.
 */
public final class RecommendationTiming {
  private static final int ZONES = 500;
  private static final int POSTS = 20;
  private static final double SIDE_MINUTES = 60;
  private static final double HALF = 0.5;
  private static final double P99 = 0.99;
  private static final int WARM_UP = 3_000;
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Capabilities EMERGENCY =
      Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE);

  private final Chance chance = Chance.of(1, "recommendations");
  private final double[] x = new double[POSTS + ZONES];
  private final double[] y = new double[POSTS + ZONES];

  /** The figures by name. */
  public Map<String, Object> run() {
    for (int place = 0; place < x.length; place++) {
      x[place] = chance.between(0, SIDE_MINUTES);
      y[place] = chance.between(0, SIDE_MINUTES);
    }
    DispatchPolicy policy = new DispatchPolicy(model());
    double[] county = timed(policy, 30, 10, 20_000);
    double[] large = timed(policy, 200, 50, 1_000);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("recommendationZones", ZONES);
    figures.put(
        "recommendation10By30MeanMicros", rounded(Arrays.stream(county).average().orElse(0)));
    figures.put("recommendation10By30P50Micros", rounded(quantile(county, HALF)));
    figures.put("recommendation10By30P99Micros", rounded(quantile(county, P99)));
    figures.put("recommendation50By200P50Micros", rounded(quantile(large, HALF)));
    figures.put("recommendation50By200P99Micros", rounded(quantile(large, P99)));
    return figures;
  }

  private double[] timed(DispatchPolicy policy, int units, int incidents, int rounds) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      questions.add(question(units, incidents));
    }
    double[] micros = new double[rounds];
    long candidates = 0;
    for (int round = -WARM_UP; round < rounds; round++) {
      Question question = questions.get(Math.floorMod(round, questions.size()));
      long begin = System.nanoTime();
      candidates += policy.recommend(question).ranking().candidates().size();
      if (round >= 0) {
        micros[round] = (System.nanoTime() - begin) / 1e3;
      }
    }
    if (candidates == 0) {
      throw new IllegalStateException("Nobody was ever recommended.");
    }
    Arrays.sort(micros);
    return micros;
  }

  private AreaModel model() {
    int places = POSTS + ZONES;
    int[] drives = new int[places * ZONES];
    int[] normal = new int[places * POSTS];
    double[] calls = new double[ZONES];
    List<String> stations = new ArrayList<>();
    for (int post = 0; post < POSTS; post++) {
      stations.add("Post " + post);
    }
    for (int place = 0; place < places; place++) {
      for (int zone = 0; zone < ZONES; zone++) {
        drives[place * ZONES + zone] = millis(place, POSTS + zone);
      }
      for (int post = 0; post < POSTS; post++) {
        normal[place * POSTS + post] = millis(place, post);
      }
    }
    for (int zone = 0; zone < ZONES; zone++) {
      calls[zone] = chance.between(0, 1);
    }
    CoverGround ground =
        new CoverGround(
            stations,
            POSTS,
            new CoverTable(places, ZONES, drives, CoverDefaults.CATEGORIES.rules().law().layers()),
            normal,
            Collections.nCopies(CoverGround.HOURS, new CoverGround.Hour(Demand.of(calls), 0.15)),
            ZoneOffset.UTC);
    return new AreaModel(
        "0".repeat(64),
        Optional.of(
            new Weighing(
                DispatchRules.ENGINEERING_DEFAULTS,
                StageLaws.ENGINEERING_DEFAULTS,
                Optional.of(new Cover(ground, CoverDefaults.CATEGORIES)))));
  }

  private int millis(int from, int to) {
    double dx = x[from] - x[to];
    double dy = y[from] - y[to];
    return (int) (60_000 * StrictMath.sqrt(dx * dx + dy * dy));
  }

  private Question question(int unitCount, int incidents) {
    List<ClinicalUnit> units = new ArrayList<>();
    List<UnitPlace> places = new ArrayList<>();
    for (int i = 0; i < unitCount; i++) {
      UnitId id = new UnitId(String.format(Locale.ROOT, "U%03d", i));
      units.add(
          ClinicalUnit.signedOn(
              id,
              new Shift(UnitKind.AMBULANCE, EMERGENCY, "Post 0", NOON.plusSeconds(28_800)),
              NOON.minusSeconds(3_600)));
      places.add(new UnitPlace(id, chance.whole(0, POSTS + ZONES - 1), false));
    }
    List<OpenCall> calls = new ArrayList<>();
    List<OtherDrives> others = new ArrayList<>();
    List<TravelQuote> asked = List.of();
    for (int i = 0; i < incidents; i++) {
      int zone = chance.whole(0, ZONES - 1);
      OpenCall call = call(i + 1, i % 3 == 0 ? Category.C2 : Category.C3);
      List<TravelQuote> quotes = quotes(places, zone);
      if (i == 0) {
        asked = quotes;
      } else {
        others.add(new OtherDrives(call.incident().id(), zone, quotes));
      }
      calls.add(call);
    }
    AreaPicture picture = new AreaPicture(0, places, others);
    return new Question(new Situation(units, calls, picture, NOON), calls.get(0), asked);
  }

  private List<TravelQuote> quotes(List<UnitPlace> places, int zone) {
    return places.stream()
        .map(each -> new TravelQuote(each.unit(), millis(each.place(), POSTS + zone), false, 5))
        .toList();
  }

  private OpenCall call(int number, Category category) {
    Incident incident =
        new Incident(
            new IncidentId(number),
            1,
            new Report(
                new RecordId(new UUID(1, number)),
                IncidentSource.DESK,
                NOON,
                Optional.empty(),
                List.of()),
            new Triage(category, EMERGENCY, List.of(), NOON.minusSeconds(chance.whole(0, 3_600))),
            Response.NONE,
            Optional.empty());
    return new OpenCall(incident, List.of(EMERGENCY));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
