package org.doorstep.routing;

import static com.graphhopper.json.Statement.If;
import static com.graphhopper.json.Statement.Op.LIMIT;
import static com.graphhopper.json.Statement.Op.MULTIPLY;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.util.CustomModel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two driving modes as GraphHopper knows them.
 *
 * <p>Distance influence is zero and priorities are 0 or 1, so that the weight of a way is its
 * driving time and nothing else. Turn restrictions are left out of both modes for now; see
 * DECISIONS.md.
 */
final class Profiles {
  /** Changes whenever a graph made before is no longer good. */
  static final int VERSION = 2;

  private static final int INDEX_RESOLUTION_METERS = 90;
  private static final String ENCODED_VALUES =
      "car_access,car_average_speed,road_access,road_class,roundabout,ferry_speed,"
          + EmergencyAccessParser.ACCESS
          + ","
          + EmergencySpeedParser.SPEED;

  private Profiles() {}

  /** A GraphHopper with both modes, that reads and writes its graph in the folder. */
  static GraphHopper graphHopper(Path folder) {
    GraphHopper hopper = new GraphHopper();
    hopper.setGraphHopperLocation(folder.toString());
    hopper.setImportRegistry(new Registry());
    hopper.setEncodedValuesString(ENCODED_VALUES);
    hopper.setProfiles(List.of(normal(), blueLight()));
    hopper
        .getCHPreparationHandler()
        .setCHProfiles(
            new CHProfile(DrivingMode.NORMAL.profile()),
            new CHProfile(DrivingMode.BLUE_LIGHT.profile()));
    hopper.setPreciseIndexResolution(INDEX_RESOLUTION_METERS);
    return hopper;
  }

  private static Profile normal() {
    CustomModel model = new CustomModel().setDistanceInfluence(0d);
    model.addToPriority(If("!car_access", MULTIPLY, "0"));
    model.addToSpeed(If("true", LIMIT, "car_average_speed"));
    return new Profile(DrivingMode.NORMAL.profile()).setCustomModel(model);
  }

  private static Profile blueLight() {
    CustomModel model = new CustomModel().setDistanceInfluence(0d);
    model.addToPriority(If("!emergency_access", MULTIPLY, "0"));
    model.addToSpeed(If("true", LIMIT, EmergencySpeedParser.SPEED));
    model.addToSpeed(If("road_class == MOTORWAY || road_class == TRUNK", MULTIPLY, "1.15"));
    model.addToSpeed(If("road_class == PRIMARY || road_class == SECONDARY", MULTIPLY, "1.25"));
    model.addToSpeed(If("road_access == NO || road_access == PRIVATE", LIMIT, "25"));
    return new Profile(DrivingMode.BLUE_LIGHT.profile()).setCustomModel(model);
  }

  /** Adds the two parsers without which ways for blue lights only would be dropped at import. */
  private static final class Registry extends DefaultImportRegistry {
    @Override
    public @Nullable ImportUnit createImportUnit(String name) {
      return switch (name) {
        case EmergencyAccessParser.ACCESS ->
            ImportUnit.create(
                name,
                properties -> EmergencyAccessParser.encodedValue(),
                EmergencyAccessParser::new,
                "roundabout");
        case EmergencySpeedParser.SPEED ->
            ImportUnit.create(
                name,
                properties -> EmergencySpeedParser.encodedValue(),
                (lookup, properties) -> new EmergencySpeedParser(lookup),
                "ferry_speed");
        default -> super.createImportUnit(name);
      };
    }
  }
}
