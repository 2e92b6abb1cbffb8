package org.doorstep.dispatch.policy.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.decision.ResponseNeeds;
import org.doorstep.dispatch.engine.RandomArea;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.OtherDrives;

/** A question about an area that has come to where it is by the commands of a seed. */
final class RandomQuestion {
  private static final int COMMANDS_MAX = 300;

  private final World world;
  private final RandomArea area;
  private final Random random;

  RandomQuestion(AreaModel model, long seed) {
    random = new Random(seed);
    world = new World(model);
    area = new RandomArea(world, seed);
    int commands = 60 + random.nextInt(COMMANDS_MAX);
    for (int i = 0; i < commands; i++) {
      world.offer(area.next());
    }
    // Most often there is more going on than one incident.
    while (view().listIncidents().isEmpty()) {
      world.offer(area.next());
    }
  }

  private DispatchView view() {
    return world.engine().view();
  }

  /** About any of the incidents that lack a unit, or about any at all. */
  Question next() {
    List<Incident> open = view().listIncidents();
    List<Incident> lacking =
        open.stream().filter(each -> !ResponseNeeds.listUnmet(view(), each).isEmpty()).toList();
    List<Incident> from = lacking.isEmpty() ? open : lacking;
    Incident asked = from.get(random.nextInt(from.size()));
    AreaPicture picture = area.picture(Optional.of(asked.id()));
    return new Question(situation(picture), call(asked), area.quotes());
  }

  /** The area as a whole. */
  Situation whole() {
    return situation(area.picture(Optional.empty()));
  }

  World world() {
    return world;
  }

  private Situation situation(AreaPicture picture) {
    List<OpenCall> calls = new ArrayList<>();
    for (OtherDrives other : picture.others()) {
      view().findIncident(other.incident()).map(this::call).ifPresent(calls::add);
    }
    return new Situation(view().listUnits(), calls, picture, world.now());
  }

  private OpenCall call(Incident incident) {
    return new OpenCall(incident, ResponseNeeds.listUnmet(view(), incident));
  }
}
