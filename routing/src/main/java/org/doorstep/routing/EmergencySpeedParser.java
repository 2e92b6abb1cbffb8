package org.doorstep.routing;

import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.FerrySpeed;
import com.graphhopper.routing.util.parsers.CarAverageSpeedParser;

/** How fast the ways are that only blue lights open, in km/h; the others as for cars. */
final class EmergencySpeedParser extends CarAverageSpeedParser {
  static final String SPEED = "emergency_average_speed";

  private static final int SPEED_BITS = 7;
  private static final double SPEED_STEP = 2;

  EmergencySpeedParser(EncodedValueLookup lookup) {
    super(lookup.getDecimalEncodedValue(SPEED), lookup.getDecimalEncodedValue(FerrySpeed.KEY));
    defaultSpeedMap.put("busway", 50);
    defaultSpeedMap.put("pedestrian", 10);
    defaultSpeedMap.put("living_street", 10);
    defaultSpeedMap.put("footway", 8);
    defaultSpeedMap.put("path", 8);
    defaultSpeedMap.put("cycleway", 10);
    defaultSpeedMap.put("bridleway", 8);
  }

  static DecimalEncodedValue encodedValue() {
    return new DecimalEncodedValueImpl(SPEED, SPEED_BITS, SPEED_STEP, true);
  }
}
