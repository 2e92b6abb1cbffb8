package org.doorstep.simulator.workload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/** A town along one street: places are meters from its beginning, and drives go straight. */
final class Town {
  static final int LENGTH_METERS = 3_000;
  static final int UNITS = 15;
  static final Capabilities ANY = Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE);
  static final Capabilities TRANSPORT =
      Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE, Capability.CONVEYANCE);
  static final ServiceId HOSPITAL = new ServiceId("HOSPITAL");
  static final List<ServiceId> SERVICES =
      List.of(new ServiceId("UCR-EAST"), new ServiceId("UCR-WEST"), new ServiceId("FALLS-TEAM"));
  static final List<ServiceId> PRACTICES =
      List.of(new ServiceId("PRACTICE-A"), new ServiceId("PRACTICE-B"));

  private static final Charset LETTERS = StandardCharsets.US_ASCII;
  private static final int METERS_PER_SECOND = 15;
  private static final int HOSPITAL_METERS = 1_200;
  private static final int WORDS_FROM = 10_000_000;

  // Where each unit has last been.
  private final Map<UnitId, Integer> meters = new TreeMap<>();

  static UnitId unit(int number) {
    return new UnitId("T%02d".formatted(number));
  }

  /** The words of a place are kept sealed; here the seal is for show. */
  static SealedPlace place(int meters) {
    String words = Integer.toString(WORDS_FROM + meters);
    return new SealedPlace(Base64.getEncoder().encodeToString(words.getBytes(LETTERS)));
  }

  static int metersOf(Optional<SealedPlace> place) {
    return place
        .map(kept -> new String(Base64.getDecoder().decode(kept.value()), LETTERS))
        .map(words -> Integer.parseInt(words) - WORDS_FROM)
        .orElse(0);
  }

  int driveMillis(UnitId unit, int to) {
    return Math.abs(meters.getOrDefault(unit, 0) - to) * 1_000 / METERS_PER_SECOND;
  }

  int driveMillisToHospital(UnitId unit) {
    return driveMillis(unit, HOSPITAL_METERS);
  }

  void arrive(UnitId unit, int at) {
    meters.put(unit, at);
  }

  void arriveAtHospital(UnitId unit) {
    arrive(unit, HOSPITAL_METERS);
  }
}
