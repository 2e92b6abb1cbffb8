package org.doorstep.simulator.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.file.Tree.Entry;
import org.doorstep.simulator.file.Tree.Row;
import org.doorstep.simulator.file.Tree.Table;
import org.doorstep.simulator.file.Tree.Word;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes a tree of the text of one file, by the parser's events: the depth is counted before
 * anything is nested, and an alias is refused before it could stand for something large.
 *
 * <p>What YAML offers beyond tables, lists and words (anchors, aliases, tags, several documents,
 * keys that are no words) is refused: nobody needs it in a scenario, and each is a way to say
 * something else than one seems to say.
 */
final class TreeReader {
  /** No scenario is nested as deeply; bounds every later descent. */
  static final int DEPTH_MAX = 20;

  private final Source source;
  private final Faults faults;
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private @Nullable Tree root;
  private int documents;

  /** A table or list that has begun and not ended. */
  private static final class Open {
    private final Place place;
    private final String path;
    private final boolean isRow;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Tree> items = new ArrayList<>();
    private final Map<String, Place> keys = new HashMap<>();
    private @Nullable Word key;

    Open(Place place, String path, boolean isRow) {
      this.place = place;
      this.path = path;
      this.isRow = isRow;
    }

    String next() {
      if (isRow) {
        return path + "[" + items.size() + "]";
      }
      return key == null ? path : (path.isEmpty() ? key.text() : path + "." + key.text());
    }
  }

  /** The first fault that stops the reading. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Stop(Place place, String path, String rule) {
      super(rule, null, false, false);
      this.fault = new Fault(place, path, Optional.empty(), rule);
    }
  }

  private TreeReader(Source source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  /** The table at the top; empty, with a fault added, if there is none. */
  static Optional<Table> read(Source source, Faults faults) {
    return new TreeReader(source, faults).read();
  }

  private Optional<Table> read() {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source.name()).setCodePointLimit(Source.LENGTH_MAX).build();
    try {
      for (Event event : new Parse(settings).parseString(source.text())) {
        take(event);
      }
    } catch (Stop e) {
      faults.add(e.fault);
      return Optional.empty();
    } catch (MarkedYamlEngineException e) {
      faults.add(place(e.getProblemMark()), "", words(e));
      return Optional.empty();
    } catch (ReaderException e) {
      faults.add(
          placeAt(e.getPosition()),
          "",
          "must not hold the character U+%04X".formatted(e.getCodePoint()));
      return Optional.empty();
    } catch (YamlEngineException | IndexOutOfBoundsException e) {
      // The parser's own way to say that it is lost; there is no place.
      faults.add(Place.of(source.name()), "", "is not YAML that can be read");
      return Optional.empty();
    }
    return top();
  }

  private Optional<Table> top() {
    if (root == null || (root instanceof Word word && word.isNothing())) {
      faults.add(Place.of(source.name()), "", "must not be empty");
      return Optional.empty();
    }
    if (root instanceof Table table) {
      return Optional.of(table);
    }
    faults.add(root.place(), "", root.shown(), "must be a table of keys and values");
    return Optional.empty();
  }

  private static String words(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    if (problem.contains("'\\t'") || problem.contains("TAB")) {
      return "must be indented with spaces, not with a tab";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "has a colon where none can be: the line above may lack its own, or text its quotes";
    }
    String context = e.getContext();
    return "is not YAML: " + (context == null || context.isEmpty() ? "" : context + ", ") + problem;
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> startDocument((DocumentStartEvent) event);
      case Alias ->
          throw new Stop(
              place(event.getStartMark()),
              path(),
              "must not be an alias (*%s): write it out"
                  .formatted(((AliasEvent) event).getAlias()));
      case Scalar -> {
        ScalarEvent scalar = (ScalarEvent) event;
        checkPlain(scalar, scalar.getTag());
        put(new Word(place(event.getStartMark()), scalar.getValue(), !scalar.isPlain()));
      }
      case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> end();
      default -> {
        // Marks of begin and end, which say nothing.
      }
    }
  }

  private void startDocument(DocumentStartEvent event) {
    documents++;
    if (documents > 1) {
      throw new Stop(place(event.getStartMark()), "", "must be one document: --- begins a second");
    }
  }

  private void checkPlain(NodeEvent event, Optional<String> tag) {
    Place place = place(event.getStartMark());
    if (event.getAnchor().isPresent()) {
      throw new Stop(
          place, path(), "must not have an anchor (&%s)".formatted(event.getAnchor().get()));
    }
    if (tag.isPresent()) {
      throw new Stop(place, path(), "must not have a tag (%s)".formatted(tag.get()));
    }
  }

  private void start(CollectionStartEvent event) {
    checkPlain(event, event.getTag());
    Place place = place(event.getStartMark());
    if (awaitsKey()) {
      throw new Stop(place, path(), "must have a word as key");
    }
    if (open.size() == DEPTH_MAX) {
      throw new Stop(place, "", "is nested more than %d deep".formatted(DEPTH_MAX));
    }
    open.push(new Open(place, path(), event instanceof SequenceStartEvent));
  }

  private boolean awaitsKey() {
    Open top = open.peek();
    return top != null && !top.isRow && top.key == null;
  }

  private void end() {
    Open ended = open.pop();
    put(ended.isRow ? new Row(ended.place, ended.items) : new Table(ended.place, ended.entries));
  }

  private void put(Tree tree) {
    Open top = open.peek();
    if (top == null) {
      root = tree;
    } else if (top.isRow) {
      top.items.add(tree);
    } else if (top.key == null) {
      top.key = (Word) tree;
    } else {
      putEntry(top, top.key, tree);
    }
  }

  private void putEntry(Open top, Word key, Tree tree) {
    Place first = top.keys.putIfAbsent(key.text(), key.place());
    if (first == null) {
      top.entries.add(new Entry(key.place(), key.text(), tree));
    } else {
      faults.add(key.place(), top.next(), "stands in line %d already".formatted(first.line()));
    }
    top.key = null;
  }

  private String path() {
    Open top = open.peek();
    return top == null ? "" : top.next();
  }

  private Place place(Optional<Mark> mark) {
    return mark.map(at -> new Place(source.name(), at.getLine() + 1, at.getColumn() + 1))
        .orElseGet(() -> Place.of(source.name()));
  }

  private Place placeAt(int codePoint) {
    int line = 1;
    int column = 1;
    int end = source.text().offsetByCodePoints(0, codePoint);
    for (int at = 0; at < end; at++) {
      boolean breaks = source.text().charAt(at) == '\n';
      line += breaks ? 1 : 0;
      column = breaks ? 1 : column + 1;
    }
    return new Place(source.name(), line, column);
  }
}
