package org.doorstep.dispatch.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.RuleUse;

/**
 * What each category needs at least, and how soon: an engineering default that <b>needs clinical
 * approval</b> before use.
 *
 * <p>Targets are the national standards for C1 to C4 and the levels of professional requests and
 * transfers; the mean where the standard has one, else the 90th centile.
 */
public final class ResponsePlan {
  private static final Capabilities EMERGENCY =
      Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE);
  private static final Capabilities ASSESSMENT = Capabilities.of(Capability.ASSESSMENT);
  private static final Capabilities TRANSFER = Capabilities.of(Capability.CONVEYANCE);

  private static final int BLUE_LIGHT_LEVEL_MAX = 2;
  private static final String NOTHING = "NONE";

  private ResponsePlan() {}

  /**
   * What the table of the response plan says for a category.
   *
   * @throws IllegalArgumentException if it names something that nobody can do
   */
  public static PlannedResponse of(DecisionTable table, Category category) {
    SortedMap<String, Optional<String>> known = new TreeMap<>();
    known.put("category", Optional.of(category.name()));
    TableRow row = table.counting(table.matching(table.facts(known))).get(0);
    Capabilities further = capabilities(table, row, "further");
    TableIdentity identity = table.identity();
    return new PlannedResponse(
        capabilities(table, row, "first"),
        further.equals(Capabilities.NONE) ? List.of() : List.of(further),
        new RuleUse(identity.id(), identity.version(), identity.sha256(), List.of(row.id())));
  }

  /**
   * Holds a table of the response plan against its kind.
   *
   * @throws IllegalArgumentException naming the row that needs something that nobody can do
   */
  public static void check(DecisionTable table) {
    TableKind.RESPONSE_PLAN.check(table);
    for (Category category : Category.values()) {
      of(table, category);
    }
  }

  private static Capabilities capabilities(DecisionTable table, TableRow row, String output) {
    String said = table.output(row, output);
    List<Capability> all = new ArrayList<>();
    for (String each : said.equals(NOTHING) ? List.<String>of() : List.of(said.split(", ", -1))) {
      all.add(
          Arrays.stream(Capability.values())
              .filter(known -> known.name().equals(each))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "The row (%s) of the table (%s) needs (%s), which no unit can do."
                              .formatted(row.id(), table.identity().id(), each))));
    }
    return new Capabilities(all);
  }

  /** What is needed where the desk has said nothing else. */
  public static Capabilities needs(Category category) {
    return switch (category) {
      case C1, C2, HCP1, HCP2 -> EMERGENCY;
      case C3, C4, C5, HCP3, HCP4 -> ASSESSMENT;
      case IFT1, IFT2, IFT3, IFT4 -> TRANSFER;
    };
  }

  /**
   * What else has to be there, by the first unit or by another: a life-threatening call also needs
   * somebody who can take the patient along.
   */
  public static List<Capabilities> further(Category category) {
    return category == Category.C1 || category == Category.HCP1 ? List.of(TRANSFER) : List.of();
  }

  /** Whether units drive there on blue lights. */
  public static boolean isBlueLight(Category category) {
    return category.level() <= BLUE_LIGHT_LEVEL_MAX;
  }

  /** How soon somebody should be there; empty where no standard is set. */
  public static Optional<Duration> target(Category category) {
    return switch (category) {
      case C1, HCP1, IFT1 -> Optional.of(Duration.ofMinutes(7));
      case C2, HCP2, IFT2 -> Optional.of(Duration.ofMinutes(18));
      case C3, HCP3, IFT3 -> Optional.of(Duration.ofHours(2));
      case C4 -> Optional.of(Duration.ofHours(3));
      case HCP4, IFT4 -> Optional.of(Duration.ofHours(4));
      case C5 -> Optional.empty();
    };
  }
}
