package org.doorstep.dispatch.shell.protocol;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.TableColumn;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A decision table as a clinician keeps it, read and checked by a full DMN engine.
 *
 * <p>Decisions run on {@link #table()}; the engine here is what that is compared with. One thread.
 */
public final class DmnFile {
  /** More than the largest table that a person can read. */
  public static final int BYTES_MAX = 2_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(DmnFile.class);
  private static final Pattern ENCODING =
      Pattern.compile("\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private final DMNRuntime runtime;
  private final DMNModel model;
  private final DecisionTable table;
  private final Matches matches = new Matches();

  /**
   * What the engine answered.
   *
   * @param matched ids of all rows that match, in the order of the table
   * @param counting ids of those that count by the hit policy
   */
  public record Answer(List<String> matched, List<String> counting) {
    public Answer {
      matched = List.copyOf(matched);
      counting = List.copyOf(counting);
    }
  }

  /** Keeps what the engine tells of the last table it evaluated. */
  private static final class Matches implements DMNRuntimeEventListener {
    private List<String> matched = List.of();
    private List<String> counting = List.of();

    @Override
    public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
      matched = List.copyOf(event.getMatchesIds());
      counting = List.copyOf(event.getSelectedIds());
    }
  }

  private DmnFile(DMNRuntime runtime, DMNModel model, DecisionTable table) {
    this.runtime = runtime;
    this.model = model;
    this.table = table;
    runtime.addListener(matches);
  }

  /**
   * Reads, checks and compiles a table.
   *
   * @param name for messages
   * @throws ProtocolFault naming file, row and rule if the engine or the subset refuses it
   */
  public static DmnFile read(String name, byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new ProtocolFault(
          "The table file (%s, %d bytes) must have %d bytes at most."
              .formatted(name, bytes.length, BYTES_MAX));
    }
    if (text(name, bytes).contains("<!DOCTYPE")) {
      throw new ProtocolFault(
          "The table file (%s) must not declare a document type.".formatted(name));
    }
    try {
      Resource resource = ResourceFactory.newByteArrayResource(bytes);
      resource.setSourcePath("table.dmn");
      DMNRuntime runtime =
          DMNRuntimeBuilder.fromDefaults()
              .buildConfiguration()
              .fromResources(List.of(resource))
              .getOrElseThrow(RuntimeException::new);
      DMNModel model = runtime.getModels().get(0);
      checkMessages(model.getMessages());
      return new DmnFile(runtime, model, TableCompiler.compile(model, bytes));
    } catch (RuntimeException e) {
      // The engine throws whatever its parsers throw; each means that the file is no good.
      throw new ProtocolFault(
          "The table file (%s) is refused: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** In no other encoding, in which a document type could hide. */
  private static String text(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Matcher declared = ENCODING.matcher(text);
      if (text.indexOf(0) < 0
          && (!declared.lookingAt() || declared.group(1).equalsIgnoreCase("UTF-8"))) {
        return text;
      }
    } catch (CharacterCodingException e) {
      LOG.debug("A table file is not UTF-8.", e);
    }
    throw new ProtocolFault("The table file (%s) must be XML in UTF-8.".formatted(name));
  }

  /** The compiled form. */
  public DecisionTable table() {
    return table;
  }

  /** Asks the engine; one fact for each input, as the compiled form takes them. */
  public Answer ask(List<Fact> facts) {
    DMNContext context = runtime.newContext();
    for (int i = 0; i < facts.size(); i++) {
      context.set(facts.get(i).name(), value(table.inputs().get(i), facts.get(i)));
    }
    DMNDecisionResult result =
        runtime.evaluateAll(model, context).getDecisionResults().iterator().next();
    if (result.getEvaluationStatus() != DMNDecisionResult.DecisionEvaluationStatus.SUCCEEDED) {
      checkMessages(result.getMessages());
      throw new ProtocolFault("The table (%s) was not answered.".formatted(table.identity().id()));
    }
    return new Answer(matches.matched, matches.counting);
  }

  private static @Nullable Object value(TableColumn column, Fact fact) {
    String text = fact.value().orElse(null);
    if (text == null) {
      return null;
    }
    return switch (column.kind()) {
      case BOOLEAN -> Boolean.valueOf(text);
      case NUMBER -> new BigDecimal(text);
      case STRING -> text;
    };
  }

  private static void checkMessages(List<DMNMessage> messages) {
    List<String> errors = new ArrayList<>();
    for (DMNMessage message : messages) {
      if (message.getLevel() == Message.Level.ERROR) {
        errors.add(Objects.toString(message.getText(), ""));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProtocolFault(errors.stream().collect(Collectors.joining("; ")));
    }
  }
}
