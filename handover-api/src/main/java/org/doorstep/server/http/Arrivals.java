package org.doorstep.server.http;

import java.util.Optional;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.shell.telemetry.Fix;
import org.doorstep.routing.DrivingMode;
import org.doorstep.server.board.BoardJob;

/** When crews will be with their patients at a destination. */
final class Arrivals {
  private static final long SECOND_MILLIS = 1_000;

  private final ServedArea area;
  private final RoadTimes times;

  Arrivals(ServedArea area) {
    this.area = area;
    this.times = new RoadTimes(area.map().roads());
  }

  /** Seconds from the crew's last known position; empty while it is not on its way there. */
  Optional<Long> findSeconds(BoardJob job, Patient patient) {
    Optional<Position> from = area.positions().find(job.unit()).map(Fix::position);
    Optional<Position> to =
        patient
            .choice()
            .flatMap(CareChoice::destination)
            .flatMap(area.people().directory().services()::find)
            .flatMap(Service::place);
    if (job.stage() != JobStage.LEFT_SCENE || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return times
        .find(from.get(), to.get(), mode(patient))
        .map(drive -> drive.millis() / SECOND_MILLIS);
  }

  /** A patient whose destination is warned goes under blue lights. */
  static DrivingMode mode(Patient patient) {
    return patient.assessed().map(Assessed::proposal).filter(CareProposal::preAlert).isPresent()
        ? DrivingMode.BLUE_LIGHT
        : DrivingMode.NORMAL;
  }
}
