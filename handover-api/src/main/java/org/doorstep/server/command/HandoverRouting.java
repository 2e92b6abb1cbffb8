package org.doorstep.server.command;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.policy.HandoverRoutes;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.Practice;

/** Where a handover goes, by the directory of an area: see {@link HandoverRoutes}. Blocks. */
public final class HandoverRouting {
  private final Directory directory;
  private final HandoverRoutes routes;
  private final Function<IncidentId, Optional<Position>> scene;

  /**
   * Routes of an area.
   *
   * @param scene where an incident is, as far as that is known
   */
  public HandoverRouting(Directory directory, Function<IncidentId, Optional<Position>> scene) {
    this.directory = directory;
    this.routes = new HandoverRoutes(directory.services());
    this.scene = scene;
  }

  /** The terms as they are signed: to the practice, or to whoever reads it in time. */
  public HandoverTerms choose(PatientId patient, HandoverTerms asked, Instant now) {
    Optional<Practice> practice = asked.practice().flatMap(directory.practices()::find);
    if (practice.isPresent()) {
      return routes.choose(asked, practice.get().open(), practice.get().place(), now);
    }
    boolean nobody = asked.route().isPresent() && asked.practice().isEmpty();
    return nobody
        ? scene.apply(patient.incident()).map(near -> routes.choose(asked, near, now)).orElse(asked)
        : asked;
  }
}
