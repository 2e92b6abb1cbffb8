package org.doorstep.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceTerms;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.dispatch.shell.reference.FleetUnit;
import org.doorstep.dispatch.shell.reference.Practice;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.routing.MapInfo;

/** What changes seldom, as the contract has it. */
record ShownReference(
    AreaId area,
    String name,
    ShownMap map,
    List<Station> stations,
    List<FleetUnit> fleet,
    List<Target> targets,
    List<ShownService> services) {

  record ShownMap(
      String name,
      boolean synthetic,
      String attribution,
      double west,
      double south,
      double east,
      double north) {
    static ShownMap of(MapInfo info) {
      return new ShownMap(
          info.name(),
          info.synthetic(),
          info.attribution(),
          info.west(),
          info.south(),
          info.east(),
          info.north());
    }
  }

  record Target(Category category, Optional<Long> seconds, Capabilities needs) {
    static Target of(Category category) {
      return new Target(
          category,
          ResponsePlan.target(category).map(Duration::toSeconds),
          ResponsePlan.needs(category));
    }
  }

  /**
   * A service or a practice, as one names it.
   *
   * @param leaflets what a patient can be given to read; here, so that it can be read out where
   *     nothing can be asked
   */
  record ShownService(
      ServiceId service,
      String name,
      Kind kind,
      List<CareNeed> needs,
      Optional<Position> place,
      String telephone,
      List<ServiceTerms.Leaflet> leaflets) {
    /** Whose page it works on. */
    enum Kind {
      HOSPITAL,
      SERVICE,
      PRACTICE
    }

    static ShownService of(Service service) {
      boolean acute =
          service.meets(CareNeed.EMERGENCY) || service.meets(CareNeed.SAME_DAY_EMERGENCY_CARE);
      return new ShownService(
          service.id(),
          service.name(),
          acute ? Kind.HOSPITAL : Kind.SERVICE,
          service.acceptance().needs(),
          service.place(),
          service.contact().telephone(),
          service.known().leaflets().orElse(List.of()));
    }

    static ShownService of(Practice practice) {
      return new ShownService(
          practice.id(),
          practice.name(),
          Kind.PRACTICE,
          List.of(),
          Optional.of(practice.place()),
          practice.telephone(),
          List.of());
    }
  }

  static ShownReference of(ServedArea area) {
    return new ShownReference(
        area.id(),
        area.reference().name(),
        ShownMap.of(area.map().roads().info()),
        area.reference().stations(),
        area.reference().fleet(),
        Stream.of(Category.values()).map(Target::of).toList(),
        Stream.concat(
                area.people().directory().services().services().stream().map(ShownService::of),
                area.people().directory().practices().practices().stream().map(ShownService::of))
            .toList());
  }
}
