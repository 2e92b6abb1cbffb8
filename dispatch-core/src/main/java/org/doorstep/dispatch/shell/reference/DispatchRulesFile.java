package org.doorstep.dispatch.shell.reference;

import java.nio.file.Path;
import org.doorstep.dispatch.policy.urgency.DispatchRules;

/** The file in which an area says how its units are sent and moved. */
public final class DispatchRulesFile {
  private static final String WEST_KENT = "/west-kent/dispatch-rules.json";

  private DispatchRulesFile() {}

  /** West Kent: the engineering defaults, which need clinical approval. */
  public static DispatchRules westKent() {
    return Resource.read(DispatchRules.class, WEST_KENT);
  }

  /**
   * Reads the rules of a site's own from a JSON file of the same shape; every field must be there.
   *
   * @throws IllegalArgumentException naming the file, the place in it and the rule
   */
  public static DispatchRules read(Path file) {
    return Resource.read(DispatchRules.class, file, "rules file");
  }
}
