package org.doorstep.simulator.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;

/** What closed incidents add up to. One thread. */
final class Tally {
  private static final int MINUTES_15_SECONDS = 900;
  private static final int MINUTES_30_SECONDS = 1_800;
  private static final int MINUTES_60_SECONDS = 3_600;

  private final EnumMap<ResponseClass, Times> times = new EnumMap<>(ResponseClass.class);
  private final EnumMap<RequestClass, Times> requests = new EnumMap<>(RequestClass.class);
  private final EnumMap<Measure, Long> counts = new EnumMap<>(Measure.class);
  private final Times handovers = new Times();

  /** Told of one response. */
  interface Responses {
    void response(ResponseClass of, long durationMillis);
  }

  Times times(ResponseClass of) {
    return times.computeIfAbsent(of, first -> new Times());
  }

  private void count(Measure measure, long more) {
    counts.merge(measure, more, Long::sum);
  }

  private long counted(Measure measure) {
    return counts.getOrDefault(measure, 0L);
  }

  /** Counts an incident; false if it had no response. */
  boolean add(OpenCase incident, CloseReason reason) {
    boolean attended = incident.firstArrivalMillis().isPresent();
    if (!attended) {
      boolean byTelephone =
          reason == CloseReason.HEARD_AND_TREATED || reason == CloseReason.PASSED_ON;
      count(byTelephone ? Measure.HEAR_AND_TREAT : Measure.CLOSED_WITHOUT_RESPONSE, 1);
      if (byTelephone) {
        count(byTelephone(incident.category, reason), 1);
      }
      return byTelephone;
    }
    count(Measure.FACE_TO_FACE, 1);
    count(outcome(incident), 1);
    count(Measure.C5_ATTENDED, incident.category == Category.C5 ? 1 : 0);
    requests(incident);
    ResponseClass.of(incident.category).ifPresent(of -> units(of, incident));
    responses(incident, (of, durationMillis) -> times(of).add(durationMillis));
    if (incident.isConveyedToEd()) {
      incident.handovers(handovers, () -> count(Measure.HANDOVERS_OF_UNKNOWN_TIME, 1));
    }
    return true;
  }

  private static Measure byTelephone(Category category, CloseReason reason) {
    if (category == Category.C5) {
      return reason == CloseReason.PASSED_ON ? Measure.C5_PASSED_ON : Measure.C5_ADVISED;
    }
    return reason == CloseReason.PASSED_ON ? Measure.PASSED_ON : Measure.ADVISED;
  }

  private void requests(OpenCase incident) {
    for (RequestClass of : RequestClass.of(incident.category)) {
      OptionalLong first = incident.firstArrivalMillis();
      OptionalLong stopped =
          of.stopsAtFirstArrival() || incident.firstConveyingArrivalMillis().isEmpty()
              ? first
              : incident.firstConveyingArrivalMillis();
      stopped.ifPresent(
          at -> requests.computeIfAbsent(of, none -> new Times()).add(sinceClock(incident, at)));
    }
  }

  private static Measure outcome(OpenCase incident) {
    if (incident.isConveyedToEd()) {
      return Measure.TO_ED;
    }
    return incident.isConveyed() ? Measure.TO_ELSEWHERE : Measure.SEE_AND_TREAT;
  }

  private void units(ResponseClass of, OpenCase incident) {
    count(Measure.allocated(of), incident.allocated());
    count(Measure.arriving(of), incident.arriving());
    if (of == ResponseClass.C1 && incident.isConveyed()) {
      count(Measure.C1T_ALLOCATED, incident.allocated());
      count(Measure.C1T_ARRIVING, incident.arriving());
    }
  }

  /** The responses of an attended incident: one for its class, and one more for a conveyed C1. */
  static void responses(OpenCase incident, Responses to) {
    Optional<ResponseClass> of = ResponseClass.of(incident.category);
    OptionalLong first = incident.firstArrivalMillis();
    if (of.isEmpty() || first.isEmpty()) {
      return;
    }
    OptionalLong conveying = incident.firstConveyingArrivalMillis();
    long conveyed = conveying.orElse(first.getAsLong());
    if (of.get() == ResponseClass.C1) {
      to.response(ResponseClass.C1, sinceClock(incident, first.getAsLong()));
      if (conveying.isPresent()) {
        to.response(ResponseClass.C1T, sinceClock(incident, conveyed));
      }
    } else {
      to.response(of.get(), sinceClock(incident, conveyed));
    }
  }

  private static long sinceClock(OpenCase incident, long atMillis) {
    return Math.max(0, atMillis - incident.clockMillis);
  }

  void putInto(Map<Measure, Double> values) {
    for (Measure each :
        new Measure[] {
          Measure.HEAR_AND_TREAT,
          Measure.ADVISED,
          Measure.PASSED_ON,
          Measure.C5_ADVISED,
          Measure.C5_PASSED_ON,
          Measure.C5_ATTENDED,
          Measure.TO_ED,
          Measure.TO_ELSEWHERE,
          Measure.SEE_AND_TREAT,
          Measure.FACE_TO_FACE,
          Measure.CLOSED_WITHOUT_RESPONSE,
          Measure.HANDOVERS_OF_UNKNOWN_TIME
        }) {
      values.put(each, (double) counted(each));
    }
    long incidents = counted(Measure.FACE_TO_FACE) + counted(Measure.HEAR_AND_TREAT);
    values.put(Measure.INCIDENTS, (double) incidents);
    long classed = 0;
    for (ResponseClass each : ResponseClass.values()) {
      putInto(values, each);
      classed += each == ResponseClass.C1T ? 0 : times(each).count();
    }
    values.put(Measure.OTHER_INCIDENTS, (double) (incidents - classed));
    for (RequestClass each : RequestClass.values()) {
      Times times = requests.getOrDefault(each, new Times());
      values.put(each.incidents(), (double) times.count());
      values.put(each.totalSeconds(), times.totalSeconds());
      values.put(each.meanSeconds(), times.meanSeconds());
      values.put(each.p90Seconds(), times.p90Seconds());
    }
    putHandoversInto(values);
  }

  private void putInto(Map<Measure, Double> values, ResponseClass of) {
    Times responses = times(of);
    values.put(Measure.incidents(of), (double) responses.count());
    values.put(Measure.totalSeconds(of), responses.totalSeconds());
    values.put(Measure.meanSeconds(of), responses.meanSeconds());
    values.put(Measure.p90Seconds(of), responses.p90Seconds());
    values.put(Measure.allocated(of), (double) counted(Measure.allocated(of)));
    values.put(Measure.arriving(of), (double) counted(Measure.arriving(of)));
  }

  private void putHandoversInto(Map<Measure, Double> values) {
    values.put(Measure.HANDOVERS, (double) handovers.count());
    values.put(Measure.HANDOVER_TOTAL_SECONDS, handovers.totalSeconds());
    values.put(Measure.HANDOVER_MEAN_SECONDS, handovers.meanSeconds());
    values.put(Measure.HANDOVER_P90_SECONDS, handovers.p90Seconds());
    values.put(Measure.HANDOVERS_OVER_15, (double) handovers.countOver(MINUTES_15_SECONDS));
    values.put(Measure.HANDOVERS_OVER_30, (double) handovers.countOver(MINUTES_30_SECONDS));
    values.put(Measure.HANDOVERS_OVER_60, (double) handovers.countOver(MINUTES_60_SECONDS));
    values.put(Measure.HANDOVER_SECONDS_OVER_30, handovers.secondsOver(MINUTES_30_SECONDS));
  }
}
