package org.doorstep.dispatch.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;

/** The decisions that are tables: one file for each, with the inputs and outputs it must have. */
public enum TableKind {
  RESPONSE_PLAN(
      "response-plan",
      List.of(InputDomain.codes("category", Category.values())),
      List.of("first", "further", "blueLight")),
  MINIMUM_LEVEL("minimum-level-of-care", ClinicalInput.domains(), List.of("level", "hubFirst")),
  DESTINATION_CLASS(
      "destination-class",
      List.of(
          InputDomain.codes("level", CareLevel.values()),
          ClinicalInput.LIFE_THREAT.domain(),
          ClinicalInput.HEART_ATTACK.domain(),
          ClinicalInput.STROKE.domain(),
          ClinicalInput.MAJOR_TRAUMA.domain(),
          ClinicalInput.SPECIALIST_EMERGENCY.domain()),
      List.of("destination")),
  PRE_ALERT(
      "pre-alert",
      List.of(
          InputDomain.codes("level", CareLevel.values()),
          InputDomain.codes("destination", DestinationClass.values()),
          InputDomain.worseIfTrue("suspectedSepsis")),
      List.of("preAlert", "team")),
  FOLLOW_UP(
      "follow-up",
      List.of(
          InputDomain.codes("disposition", Disposition.values()),
          InputDomain.worseIfTrue("refuses"),
          InputDomain.worseIfTrue("supportConcern"),
          InputDomain.worseIfTrue("lowGlucose"),
          InputDomain.worseIfTrue("fallsRisk"),
          InputDomain.worseIfTrue("redFlag")),
      List.of("kind", "withinHours", "callBack")),
  WISHES("wishes-and-plans", WishInput.domains(), List.of("action"));

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // Only lists that cannot change are given.
  private final List<InputDomain> inputs;

  @SuppressWarnings("ImmutableEnumChecker") // Only lists that cannot change are given.
  private final List<String> outputs;

  TableKind(String id, List<InputDomain> inputs, List<String> outputs) {
    this.id = id;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** The id of every version of the table. */
  public String id() {
    return id;
  }

  /** What tables of the kind may ask. */
  public List<InputDomain> inputs() {
    return inputs;
  }

  /** The kind of a table. */
  public static Optional<TableKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** The kind of that table; a table of no known kind is refused. */
  public static TableKind of(DecisionTable table) {
    return find(table.identity().id())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The table (%s) must be one of %s."
                        .formatted(
                            table.identity().id(),
                            Arrays.stream(values()).map(TableKind::id).toList())));
  }

  /** What an input of that name can be. */
  public Optional<InputDomain> findInput(String name) {
    return inputs.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /**
   * Holds a table against its kind.
   *
   * @throws IllegalArgumentException naming what is wrong, where inputs, cells, outputs or hit
   *     policy are not those of the kind
   */
  public void check(DecisionTable table) {
    if (!table.identity().id().equals(id)) {
      throw new IllegalArgumentException(
          "The table (%s) was given where (%s) belongs.".formatted(table.identity().id(), id));
    }
    List<String> names = table.outputs().stream().map(TableColumn::name).toList();
    if (!names.equals(outputs)) {
      throw new IllegalArgumentException(
          "The table (%s) must have the outputs %s, not %s.".formatted(id, outputs, names));
    }
    if ((table.hitPolicy() == HitPolicy.COLLECT) != (this == WISHES)) {
      throw new IllegalArgumentException(
          "The table (%s) must %s.".formatted(id, this == WISHES ? "collect" : "choose one row"));
    }
    table.inputs().forEach(this::checkInput);
    table.rows().forEach(row -> row.when().forEach(each -> checkValues(row, each)));
  }

  private void checkInput(TableColumn input) {
    if (findInput(input.name()).filter(each -> each.kind() == input.kind()).isEmpty()) {
      throw new IllegalArgumentException(
          "The table (%s) asks for the input (%s) as %s, which is none that it can be told: %s."
              .formatted(
                  id,
                  input.name(),
                  input.kind(),
                  inputs.stream().map(each -> each.name() + " " + each.kind()).toList()));
    }
  }

  private void checkValues(TableRow row, Condition condition) {
    List<String> known =
        findInput(condition.input()).map(InputDomain::mildestFirst).orElse(List.of());
    for (String value : condition.values()) {
      if (!known.contains(value)) {
        throw new IllegalArgumentException(
            "The row (%s) of the table (%s) asks whether (%s) is (%s), which it can never be."
                .formatted(row.id(), id, condition.input(), value));
      }
    }
  }
}
