package org.doorstep.simulator.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a demo, one after the other; the same seed gives the same ones.
 *
 * <p>Arrivals are a Poisson process whose rate follows the hours of a day, made by thinning: they
 * are drawn at the rate of the busiest hour, and in a quieter one some are let go. The day begins
 * at nine whatever the clock says, so that a demo at night is no empty board and no other demo.
 *
 * <p>Shares of the hours: the job-cycle workbook of AmbModelOpen. Mix of categories: South East
 * Coast, 2025/26; the rest of its incidents needs advice, or is asked for by professionals. Treated
 * by telephone: all who need advice, and as many of C3 as make up its share.
 */
final class Demand {
  private static final double[] HOUR_SHARES = {
    2.8, 2.7, 2.4, 2.2, 2.2, 2.3, 2.5, 3.5, 4.8, 5.6, 6.0, 5.9, 5.6, 5.3, 5.1, 5.2, 5.2, 4.7, 4.8,
    4.8, 4.6, 4.2, 4.0, 3.7
  };
  private static final double SHARE_MAX = 6.0;
  private static final double SHARE_MEAN = 100.0 / 24;
  private static final double FIRST_HOUR = 9;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double FIRST_CALL_SECONDS_MIN = 0.4;
  private static final double FIRST_CALL_SECONDS_MAX = 1.2;
  private static final double C3_BY_TELEPHONE = 0.2;
  private static final double REPEAT_CALLER = 0.03;
  private static final double SCENE_SAFETY_UNKNOWN = 0.04;

  private static final Map<Category, Double> MIX = new EnumMap<>(Category.class);

  static {
    MIX.put(Category.C1, 8.1);
    MIX.put(Category.C2, 50.3);
    MIX.put(Category.C3, 21.0);
    MIX.put(Category.C4, 0.9);
    MIX.put(Category.C5, 11.7);
    MIX.put(Category.HCP2, 2.5);
    MIX.put(Category.HCP3, 2.5);
    MIX.put(Category.IFT2, 1.0);
    MIX.put(Category.IFT3, 2.0);
  }

  private final Chance chance;
  private final DemoSettings settings;
  private final CallPlaces places;
  private final List<Station> hospitals;
  private final Map<Category, List<Presentation>> presentations = new EnumMap<>(Category.class);
  private double seconds;
  private boolean first = true;

  /** The calls of a seed, over the places and between the hospitals of one area. */
  Demand(
      DemoSettings settings,
      CallPlaces places,
      List<Station> hospitals,
      List<Presentation> presentations) {
    this.chance = Chance.of(settings.seed(), "demand");
    this.settings = settings;
    this.places = places;
    this.hospitals = List.copyOf(hospitals);
    for (Presentation each : presentations) {
      this.presentations.computeIfAbsent(each.category(), c -> new ArrayList<>()).add(each);
    }
  }

  /** The next call; each is later than the one before. */
  DemoCall next() {
    seconds += first ? chance.between(FIRST_CALL_SECONDS_MIN, FIRST_CALL_SECONDS_MAX) : gap();
    first = false;
    return call(Duration.ofMillis((long) (seconds * 1_000)), chance.split());
  }

  private double gap() {
    double mean = SECONDS_PER_HOUR * SHARE_MEAN / (settings.callsPerHour() * SHARE_MAX);
    double gap = 0;
    do {
      gap += chance.exponential(mean);
    } while (!chance.happens(share(seconds + gap) / SHARE_MAX));
    return gap;
  }

  private double share(double atSeconds) {
    double hour = FIRST_HOUR + atSeconds * settings.speed() / SECONDS_PER_HOUR;
    return HOUR_SHARES[(int) hour % HOUR_SHARES.length];
  }

  private DemoCall call(Duration after, Chance own) {
    Category category = category(own);
    Presentation presentation = own.pick(presentations.getOrDefault(category, List.of()));
    Map<String, @Nullable Object> patient =
        People.patient(
            settings.cast(), presentation.ageYearsMin(), presentation.ageYearsMax(), own);
    CallPlaces.Spot spot = spot(category, own);
    Map<String, @Nullable Object> call = new LinkedHashMap<>();
    call.put("complaint", presentation.complaint());
    call.put("narrative", presentation.narrative());
    call.put("caller", People.caller(patient, own));
    call.put("patients", List.of(patient));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("call", call);
    body.put("category", category);
    body.put("place", place(spot));
    body.put("flags", flags(presentation, own));
    boolean byTelephone =
        category == Category.C5 || (category == Category.C3 && own.happens(C3_BY_TELEPHONE));
    return new DemoCall(after, category, byTelephone, body);
  }

  private CallPlaces.Spot spot(Category category, Chance own) {
    boolean transfer = category.name().startsWith("IFT") && !hospitals.isEmpty();
    if (!transfer) {
      return places.draw(own);
    }
    Station from = own.pick(hospitals);
    return new CallPlaces.Spot(from.at(), from.name());
  }

  private static Category category(Chance own) {
    double left = own.between(0, MIX.values().stream().mapToDouble(share -> share).sum());
    for (Map.Entry<Category, Double> each : MIX.entrySet()) {
      left -= each.getValue();
      if (left < 0) {
        return each.getKey();
      }
    }
    return Category.C2;
  }

  private static Map<String, @Nullable Object> place(CallPlaces.Spot spot) {
    GeoPoint at = spot.at();
    Map<String, @Nullable Object> place = new LinkedHashMap<>();
    place.put("lat", at.lat());
    place.put("lon", at.lon());
    place.put("label", spot.label());
    return place;
  }

  private static List<Flag> flags(Presentation presentation, Chance own) {
    List<Flag> flags = new ArrayList<>(presentation.flags());
    addSometimes(flags, Flag.REPEAT_CALLER, REPEAT_CALLER, own);
    addSometimes(flags, Flag.SCENE_SAFETY_UNKNOWN, SCENE_SAFETY_UNKNOWN, own);
    return flags;
  }

  private static void addSometimes(List<Flag> flags, Flag flag, double share, Chance own) {
    if (own.happens(share) && !flags.contains(flag)) {
      flags.add(flag);
    }
  }
}
