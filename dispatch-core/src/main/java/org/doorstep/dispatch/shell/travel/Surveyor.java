package org.doorstep.dispatch.shell.travel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitPlace;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.routing.DrivingMode;

/**
 * Finds out what the area wants to know beside the drives to one incident: where all units count
 * for cover, and the drives to the other incidents that could change who is sent. Thread-safe.
 */
final class Surveyor {
  private final RoadDrives drives;
  private final OpenPlaces open;
  private final CoverPlaces places;

  /** An incident beside the one that is asked about, taken off the area's thread. */
  record Beside(IncidentId incident, RecordId record, SealedPlace place, DrivingMode mode) {}

  Surveyor(RoadDrives drives, OpenPlaces open, CoverPlaces places) {
    this.drives = drives;
    this.open = open;
    this.places = places;
  }

  /**
   * The incidents that could change who is sent: those that nobody has reached, the most urgent and
   * longest waiting first, at most {@link AreaPicture#OTHERS_MAX}. Those that are treated by
   * telephone wait for nobody.
   */
  static List<Beside> besides(DispatchView view, Optional<IncidentId> asked) {
    List<Incident> waiting = new ArrayList<>();
    for (Incident incident : view.listIncidents()) {
      boolean reached =
          incident.response().jobs().stream().anyMatch(job -> job.stage().hasReachedScene());
      boolean counts =
          !reached
              && incident.report().place().isPresent()
              && incident.triage().category() != Category.C5
              && asked.filter(incident.id()::equals).isEmpty();
      if (counts) {
        waiting.add(incident);
      }
    }
    waiting.sort(
        Comparator.comparingInt((Incident each) -> each.triage().category().level())
            .thenComparing(each -> each.triage().clockStartedAt())
            .thenComparing(Incident::id));
    List<Beside> besides = new ArrayList<>();
    for (Incident each : waiting) {
      if (besides.size() < AreaPicture.OTHERS_MAX && each.report().place().isPresent()) {
        besides.add(
            new Beside(
                each.id(),
                each.report().record(),
                each.report().place().get(),
                mode(each.triage().category())));
      }
    }
    return besides;
  }

  static DrivingMode mode(Category category) {
    return ResponsePlan.isBlueLight(category) ? DrivingMode.BLUE_LIGHT : DrivingMode.NORMAL;
  }

  /**
   * What was found out.
   *
   * @param asked where the incident that was asked about is; empty for a review
   */
  AreaPicture picture(
      Optional<Position> asked, List<Beside> besides, List<ClinicalUnit> units, Instant now) {
    List<OtherDrives> others = new ArrayList<>();
    for (Beside beside : besides) {
      open.open(beside.record(), beside.place())
          .map(at -> other(beside, at, units, now))
          .ifPresent(others::add);
    }
    return new AreaPicture(asked.map(places::zone).orElse(-1), places(units), others);
  }

  private OtherDrives other(Beside beside, Position at, List<ClinicalUnit> units, Instant now) {
    List<TravelQuote> quotes =
        drives.find(units, at, beside.mode()).drives().stream()
            .map(drive -> quote(drive, now))
            .toList();
    return new OtherDrives(beside.incident(), places.zone(at), quotes);
  }

  private List<UnitPlace> places(List<ClinicalUnit> units) {
    List<UnitPlace> found = new ArrayList<>();
    for (RoadDrives.Whereabouts each : drives.locate(units)) {
      found.add(new UnitPlace(each.unit(), places.place(each.position()), each.isMoving()));
    }
    return found;
  }

  static TravelQuote quote(UnitDrive drive, Instant now) {
    long ageSeconds = Math.max(0, Duration.between(drive.fixAt(), now).toSeconds());
    return new TravelQuote(
        drive.unit(),
        drive.driveMillis(),
        drive.estimated(),
        (int) Math.min(Integer.MAX_VALUE, ageSeconds));
  }
}
