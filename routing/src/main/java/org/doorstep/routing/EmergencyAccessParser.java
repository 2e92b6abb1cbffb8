package org.doorstep.routing;

import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.util.WayAccess;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.util.PMap;
import java.util.List;

/**
 * Which ways are open to a vehicle on blue lights.
 *
 * <p>Engineering defaults that the operating trust has to confirm: signs against motor traffic,
 * private ways, bus ways and bus gates, emergency accesses, pedestrian streets and gates are open;
 * {@code emergency=no}, bollards, footways, one-way streets against their direction and ways under
 * construction are not.
 */
final class EmergencyAccessParser extends CarAccessParser {
  static final String ACCESS = "emergency_access";

  private static final List<String> KEYS =
      List.of("emergency", "motorcar", "motor_vehicle", "vehicle", "access");
  private static final List<String> OPENED_HIGHWAYS = List.of("busway", "pedestrian");
  private static final List<String> SHUT_HIGHWAYS =
      List.of("construction", "proposed", "footway", "path", "steps", "cycleway", "bridleway");
  private static final List<String> BARRIERS_THAT_OPEN =
      List.of("gate", "lift_gate", "swing_gate", "bus_trap", "sump_buster", "sliding_gate");

  EmergencyAccessParser(EncodedValueLookup lookup, PMap properties) {
    super(
        lookup.getBooleanEncodedValue(ACCESS),
        lookup.getBooleanEncodedValue(Roundabout.KEY),
        properties,
        KEYS);
  }

  static BooleanEncodedValue encodedValue() {
    return new SimpleBooleanEncodedValue(ACCESS, true);
  }

  @Override
  public WayAccess getAccess(ReaderWay way) {
    String highway = way.getTag("highway");
    if (highway == null) {
      return super.getAccess(way);
    }
    String emergency = way.getTag("emergency", "");
    if (emergency.equals("no") || way.hasTag("impassable", "yes")) {
      return WayAccess.CAN_SKIP;
    }
    boolean emergencyYes = emergency.equals("yes") || emergency.equals("designated");
    if (SHUT_HIGHWAYS.contains(highway)) {
      return emergencyYes && !highway.equals("steps") && !isUnbuilt(highway)
          ? WayAccess.WAY
          : WayAccess.CAN_SKIP;
    }
    if (highwayValues.contains(highway) || OPENED_HIGHWAYS.contains(highway)) {
      return WayAccess.WAY;
    }
    return super.getAccess(way);
  }

  @Override
  public boolean isBarrier(ReaderNode node) {
    if (node.hasTag("emergency", "yes", "designated")) {
      return false;
    }
    String barrier = node.getTag("barrier", "");
    return !BARRIERS_THAT_OPEN.contains(barrier) && super.isBarrier(node);
  }

  private static boolean isUnbuilt(String highway) {
    return highway.equals("construction") || highway.equals("proposed");
  }
}
