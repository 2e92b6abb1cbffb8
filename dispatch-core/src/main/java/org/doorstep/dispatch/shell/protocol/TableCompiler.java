package org.doorstep.dispatch.shell.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.HitPolicy;
import org.doorstep.dispatch.protocol.TableColumn;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableOrigin;
import org.doorstep.dispatch.protocol.TableRow;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.RuleAnnotation;
import org.kie.dmn.model.api.RuleAnnotationClause;

/** Compiles a model that holds one decision table of the stated subset, and refuses the rest. */
final class TableCompiler {
  private static final String NAMESPACE = "urn:doorstep:protocol";
  private static final String WORDS = "words";
  private static final String SOURCE = "source";
  private static final String WHEN_MISSING = "when missing";

  private final Definitions definitions;
  private final DecisionTable source;

  private TableCompiler(Definitions definitions) {
    this.definitions = definitions;
    this.source = onlyTable(definitions);
  }

  static org.doorstep.dispatch.protocol.DecisionTable compile(DMNModel model, byte[] bytes) {
    return new TableCompiler(model.getDefinitions()).compile(sha256(bytes));
  }

  private org.doorstep.dispatch.protocol.DecisionTable compile(String hash) {
    List<TableColumn> inputs = source.getInput().stream().map(TableCompiler::input).toList();
    List<TableColumn> outputs = source.getOutput().stream().map(TableCompiler::output).toList();
    HitPolicy hitPolicy = hitPolicy();
    if (hitPolicy == HitPolicy.PRIORITY && outputs.get(0).values().isEmpty()) {
      throw new ProtocolFault("The first output must list its values, most important first.");
    }
    List<TableRow> rows = new ArrayList<>();
    for (DecisionRule rule : source.getRule()) {
      rows.add(row(rule, inputs, outputs));
    }
    return new org.doorstep.dispatch.protocol.DecisionTable(
        new TableIdentity(attribute("table"), attribute("version"), hash),
        new TableOrigin(
            attribute("author"),
            attribute("approver"),
            attribute("effective"),
            attribute("review"),
            attribute("source")),
        hitPolicy,
        inputs,
        outputs,
        rows);
  }

  private static DecisionTable onlyTable(Definitions definitions) {
    if (!definitions.getImport().isEmpty() || !definitions.getItemDefinition().isEmpty()) {
      throw new ProtocolFault("The file must import nothing and define no types of its own.");
    }
    List<DecisionTable> tables = new ArrayList<>();
    for (DRGElement element : definitions.getDrgElement()) {
      if (element instanceof Decision decision
          && decision.getExpression() instanceof DecisionTable table) {
        tables.add(table);
      } else if (!(element instanceof InputData)) {
        throw new ProtocolFault(
            "The element (%s) must be an input or a decision table.".formatted(element.getName()));
      }
    }
    if (tables.size() != 1) {
      throw new ProtocolFault(
          "The file must hold one decision table, not %d.".formatted(tables.size()));
    }
    return tables.get(0);
  }

  private HitPolicy hitPolicy() {
    if (source.getAggregation() != null) {
      throw new ProtocolFault(
          "The aggregation (%s) is outside the subset of decision tables that is taken."
              .formatted(source.getAggregation()));
    }
    return switch (source.getHitPolicy()) {
      case UNIQUE -> HitPolicy.UNIQUE;
      case FIRST -> HitPolicy.FIRST;
      case PRIORITY -> HitPolicy.PRIORITY;
      case COLLECT -> HitPolicy.COLLECT;
      default ->
          throw new ProtocolFault(
              "The hit policy (%s) must be UNIQUE, FIRST, PRIORITY or COLLECT."
                  .formatted(source.getHitPolicy()));
    };
  }

  private static TableColumn input(InputClause clause) {
    String name = clause.getInputExpression().getText().strip();
    if (clause.getInputValues() != null) {
      throw new ProtocolFault(
          "The input (%s) must not list its values: a missing value would be an error."
              .formatted(name));
    }
    if (!name.matches("[a-z][A-Za-z0-9]{0,63}")) {
      throw new ProtocolFault("The input (%s) must be the plain name of one.".formatted(name));
    }
    return new TableColumn(name, kind(name, clause.getInputExpression().getTypeRef()), List.of());
  }

  private static TableColumn output(OutputClause clause) {
    String name = clause.getName();
    if (clause.getDefaultOutputEntry() != null) {
      throw new ProtocolFault(
          "The output (%s) must have no default: a row says what holds otherwise.".formatted(name));
    }
    TableColumn column = new TableColumn(name, kind(name, clause.getTypeRef()), List.of());
    if (clause.getOutputValues() == null) {
      return column;
    }
    return new TableColumn(
        name, column.kind(), CellReader.strings(column, clause.getOutputValues().getText()));
  }

  private static TableColumn.Kind kind(String column, QName type) {
    return switch (type == null ? "" : type.getLocalPart()) {
      case "boolean" -> TableColumn.Kind.BOOLEAN;
      case "number" -> TableColumn.Kind.NUMBER;
      case "string" -> TableColumn.Kind.STRING;
      default ->
          throw new ProtocolFault(
              "The column (%s) must be boolean, number or string.".formatted(column));
    };
  }

  private TableRow row(DecisionRule rule, List<TableColumn> inputs, List<TableColumn> outputs) {
    String id = String.valueOf(rule.getId());
    List<Condition> when = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      CellReader.condition(id, inputs.get(i), rule.getInputEntry().get(i).getText())
          .ifPresent(when::add);
    }
    List<String> then = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      then.add(CellReader.output(id, outputs.get(i), rule.getOutputEntry().get(i).getText()));
    }
    return new TableRow(
        id,
        when,
        then,
        annotation(rule, WORDS),
        annotation(rule, SOURCE),
        annotation(rule, WHEN_MISSING));
  }

  private String annotation(DecisionRule rule, String name) {
    List<RuleAnnotationClause> clauses = source.getAnnotation();
    List<RuleAnnotation> entries = rule.getAnnotationEntry();
    for (int i = 0; i < clauses.size() && i < entries.size(); i++) {
      if (clauses.get(i).getName().equals(name)) {
        return entries.get(i).getText().strip();
      }
    }
    throw new ProtocolFault(
        "The row (%s) must have the annotation (%s).".formatted(rule.getId(), name));
  }

  private String attribute(String name) {
    for (Map.Entry<QName, String> each : definitions.getAdditionalAttributes().entrySet()) {
      if (each.getKey().getNamespaceURI().equals(NAMESPACE)
          && each.getKey().getLocalPart().equals(name)) {
        return each.getValue();
      }
    }
    throw new ProtocolFault(
        "The file must say its %s, as an attribute of (%s).".formatted(name, NAMESPACE));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
