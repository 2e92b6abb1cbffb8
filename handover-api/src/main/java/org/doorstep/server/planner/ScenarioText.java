package org.doorstep.server.planner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.server.planner.PlannerFault.Kind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Changes single values in the text of a scenario and leaves everything else as somebody has
 * written it, comments included.
 *
 * <p>Where a key is there, its value is replaced; where not, it is added behind what its table
 * holds; tables that are missing on the way are made. A value is text, a list or a map of such.
 */
final class ScenarioText {
  private final String text;
  private final MappingNode root;

  private ScenarioText(String text, MappingNode root) {
    this.text = text;
    this.root = root;
  }

  /**
   * The text with a value set.
   *
   * @param path the keys that lead there, one at least
   * @throws PlannerFault if the text is not a table of YAML
   */
  static String with(String text, List<String> path, Object value) {
    return read(text).set(path, value);
  }

  /** The text without a key, and without the tables that would be left with nothing in them. */
  static String without(String text, List<String> path) {
    return read(text).remove(path);
  }

  private static ScenarioText read(String text) {
    try {
      Optional<Node> node = new Compose(LoadSettings.builder().build()).composeString(text);
      if (node.isPresent() && node.get() instanceof MappingNode root) {
        return new ScenarioText(text, root);
      }
    } catch (YamlEngineException e) {
      // Said below: where it is wrong, the reading of the text says.
    }
    throw new PlannerFault(
        Kind.EDIT_INVALID, "The text must be a table of keys before a form can change it.");
  }

  private String set(List<String> path, Object value) {
    MappingNode at = root;
    for (int depth = 0; ; depth++) {
      String key = path.get(depth);
      List<String> rest = path.subList(depth + 1, path.size());
      Optional<NodeTuple> found = find(at, key);
      if (found.isEmpty()) {
        return insert(at, key, nested(rest, value));
      }
      NodeTuple entry = found.get();
      if (!rest.isEmpty() && entry.getValueNode() instanceof MappingNode next) {
        at = next;
      } else {
        return replace(at, entry, key, nested(rest, value));
      }
    }
  }

  private static Object nested(List<String> path, Object value) {
    Object nested = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      nested = Map.of(path.get(i), nested);
    }
    return nested;
  }

  private String replace(MappingNode parent, NodeTuple entry, String key, Object value) {
    Node old = entry.getValueNode();
    if (isFlow(parent) || (isInline(old) && value instanceof String)) {
      return spliced(start(old), end(old), YamlWriter.inline(value));
    }
    int column = mark(entry.getKeyNode().getStartMark()).getColumn();
    int from = mark(entry.getKeyNode().getStartMark()).getLine();
    return lines(from, lastLine(old) + 1, YamlWriter.entry(key, value, column));
  }

  private String insert(MappingNode parent, String key, Object value) {
    if (isFlow(parent)) {
      String before = parent.getValue().isEmpty() ? "" : ", ";
      String entry = before + key + ": " + YamlWriter.inline(value);
      return spliced(end(parent) - 1, end(parent) - 1, entry);
    }
    Node first = parent.getValue().get(0).getKeyNode();
    int column = mark(first.getStartMark()).getColumn();
    int line = lastLine(parent) + 1;
    return lines(line, line, YamlWriter.entry(key, value, column));
  }

  private String remove(List<String> path) {
    MappingNode at = root;
    MappingNode parent = root;
    Optional<NodeTuple> doomed = Optional.empty();
    for (int depth = 0; depth < path.size(); depth++) {
      Optional<NodeTuple> found = find(at, path.get(depth));
      boolean last = depth == path.size() - 1;
      if (found.isEmpty() || !(last || found.get().getValueNode() instanceof MappingNode)) {
        return text;
      }
      // A table that holds nothing else goes as a whole.
      if (doomed.isEmpty() || at.getValue().size() > 1) {
        doomed = found;
        parent = at;
      }
      if (found.get().getValueNode() instanceof MappingNode next) {
        at = next;
      }
    }
    return doomed.isEmpty() ? text : removed(parent, doomed.get());
  }

  private String removed(MappingNode parent, NodeTuple entry) {
    if (!isFlow(parent)) {
      int from = mark(entry.getKeyNode().getStartMark()).getLine();
      return lines(from, lastLine(entry.getValueNode()) + 1, "");
    }
    List<NodeTuple> entries = parent.getValue();
    int at = entries.indexOf(entry);
    return at + 1 < entries.size()
        ? spliced(start(entry.getKeyNode()), start(entries.get(at + 1).getKeyNode()), "")
        : spliced(
            at == 0 ? start(entry.getKeyNode()) : end(entries.get(at - 1).getValueNode()),
            end(entry.getValueNode()),
            "");
  }

  private static Optional<NodeTuple> find(MappingNode table, String key) {
    return table.getValue().stream()
        .filter(
            entry -> entry.getKeyNode() instanceof ScalarNode word && word.getValue().equals(key))
        .findFirst();
  }

  private static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.FLOW;
  }

  /** Whether its marks say exactly where it is. */
  private static boolean isInline(Node node) {
    return isFlow(node) || (node instanceof ScalarNode word && !isBlock(word) && !isEmpty(word));
  }

  private static boolean isBlock(ScalarNode word) {
    return word.getScalarStyle() == ScalarStyle.LITERAL
        || word.getScalarStyle() == ScalarStyle.FOLDED;
  }

  private static boolean isEmpty(ScalarNode word) {
    return word.getScalarStyle() == ScalarStyle.PLAIN && word.getValue().isEmpty();
  }

  private static int lastLine(Node node) {
    Node last = node;
    // Depth is bounded by what composed it.
    while (last instanceof CollectionNode<?> collection
        && !isFlow(last)
        && !collection.getValue().isEmpty()) {
      Object child = collection.getValue().get(collection.getValue().size() - 1);
      last = child instanceof NodeTuple entry ? entry.getValueNode() : (Node) child;
    }
    int line = mark(last.getEndMark()).getLine();
    boolean past = last instanceof ScalarNode word && isBlock(word);
    return past ? line - 1 : line;
  }

  private int start(Node node) {
    return offset(mark(node.getStartMark()));
  }

  private int end(Node node) {
    return offset(mark(node.getEndMark()));
  }

  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private static Mark mark(Optional<Mark> mark) {
    return mark.orElseThrow(() -> new IllegalStateException("A node has no place."));
  }

  private String spliced(int from, int to, String between) {
    return text.substring(0, from) + between + text.substring(to);
  }

  /** The text with whole lines in place of others; lines count from 0, the last not included. */
  private String lines(int from, int to, String between) {
    int begin = lineStart(from);
    String before = text.substring(0, begin);
    String joined = before.isEmpty() || before.endsWith("\n") ? before : before + "\n";
    return joined + between + text.substring(lineStart(to));
  }

  private int lineStart(int line) {
    int at = 0;
    for (int i = 0; i < line && at < text.length(); i++) {
      int next = text.indexOf('\n', at);
      at = next < 0 ? text.length() : next + 1;
    }
    return at;
  }
}
