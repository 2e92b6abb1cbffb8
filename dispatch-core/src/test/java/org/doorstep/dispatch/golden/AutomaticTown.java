package org.doorstep.dispatch.golden;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.policy.urgency.AutomaticRules;
import org.doorstep.dispatch.policy.urgency.DispatchRules;

/** The town where the area itself sends to C1. */
public final class AutomaticTown {
  private AutomaticTown() {}

  /** What it decides by. */
  public static AreaModel model() {
    DispatchRules usual = DispatchRules.ENGINEERING_DEFAULTS;
    return GridTown.model(
        new DispatchRules(
            usual.urgency(),
            usual.reassignment(),
            usual.crew(),
            usual.cover(),
            new AutomaticRules(List.of(Category.C1), 6, 1, 30, 120),
            usual.moves()));
  }
}
