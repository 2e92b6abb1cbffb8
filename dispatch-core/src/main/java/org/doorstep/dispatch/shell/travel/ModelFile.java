package org.doorstep.dispatch.shell.travel;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.policy.area.AreaModel.Cover;
import org.doorstep.dispatch.policy.area.AreaModel.Weighing;
import org.doorstep.dispatch.policy.area.CoverGround;
import org.doorstep.dispatch.policy.area.StageLaws;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.cover.CoverTable;
import org.doorstep.dispatch.policy.cover.Demand;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * What an area decides by, as it is kept beside the log: with it a recommendation can be made again
 * years later. Its hash is that of these bytes.
 */
public record ModelFile(DispatchRules rules, Optional<CoverFile> cover) {
  /**
   * The ground of cover.
   *
   * @param stations that units can stand at, posts first
   * @param driveMillis on blue lights from stations and zones to zones, row by row
   * @param normalMillis from stations and zones to posts, row by row
   * @param weights of the zones
   * @param callsPerMinute by the hour of the day
   */
  public record CoverFile(
      CoverPolicy policy,
      List<String> stations,
      int posts,
      List<Integer> driveMillis,
      List<Integer> normalMillis,
      List<Double> weights,
      List<Double> callsPerMinute,
      String clock) {}

  /** The bytes that are kept and hashed. */
  public byte[] toJson() {
    return RecordJson.write(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static ModelFile of(byte[] json) {
    return RecordJson.read(ModelFile.class, json);
  }

  /** What decisions are made by. */
  public AreaModel model(String hash) {
    return new AreaModel(
        hash,
        Optional.of(
            new Weighing(rules, StageLaws.ENGINEERING_DEFAULTS, cover.map(ModelFile::ground))));
  }

  private static Cover ground(CoverFile file) {
    int zones = file.weights().size();
    CoverTable table =
        new CoverTable(
            file.stations().size() + zones,
            zones,
            ints(file.driveMillis()),
            file.policy().rules().law().layers());
    Demand demand = Demand.of(file.weights().stream().mapToDouble(Double::doubleValue).toArray());
    List<CoverGround.Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < CoverGround.HOURS; hour++) {
      int ofDay = hour % file.callsPerMinute().size();
      hours.add(new CoverGround.Hour(demand, file.callsPerMinute().get(ofDay)));
    }
    return new Cover(
        new CoverGround(
            file.stations(),
            file.posts(),
            table,
            ints(file.normalMillis()),
            hours,
            ZoneId.of(file.clock())),
        file.policy());
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
