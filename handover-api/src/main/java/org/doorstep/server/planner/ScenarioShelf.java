package org.doorstep.server.planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.dispatch.shell.log.Hash;
import org.doorstep.server.planner.PlannerFault.Kind;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.study.ScenarioSource;

/**
 * The scenarios that planners can run: those that ship, which nobody changes, and the planners'
 * own, each a file in one folder. All methods block on the disk.
 */
public final class ScenarioShelf {
  /** Far more than a person can compare. */
  public static final int SCENARIOS_MAX = 200;

  /** Larger than any scenario that people write by hand. */
  public static final int TEXT_LENGTH_MAX = 200_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
  private static final String ENDING = ".yaml";
  private static final int VERSION_DIGITS = 16;
  private static final int READINGS_MAX = 500;

  private final Path folder;

  // A text says the same each time; lists ask for all of them. Guarded by its own methods.
  private final ConcurrentMap<String, ScenarioReading> readings = new ConcurrentHashMap<>();

  // Guards the look at a version before the file is written.
  private final Object writing = new Object();

  /** A shelf in a folder, which is made when the first scenario is kept. */
  public ScenarioShelf(Path folder) {
    this.folder = folder;
  }

  /**
   * A scenario as it is kept.
   *
   * @param version names the text; changes with every change of it
   */
  public record Kept(String name, boolean shipped, String text, String version) {}

  /** All of them: those that ship first, then the planners' own by name. */
  public List<Kept> list() {
    List<Kept> all = new ArrayList<>();
    ScenarioSource.SHIPPED.forEach(name -> all.add(shipped(name)));
    for (String name : ownNames()) {
      own(name).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @throws PlannerFault if there is none of that name
   */
  public Kept read(String name) {
    if (ScenarioSource.SHIPPED.contains(name)) {
      return shipped(name);
    }
    return own(checked(name))
        .orElseThrow(
            () ->
                new PlannerFault(
                    Kind.SCENARIO_UNKNOWN, "There is no scenario (%s).".formatted(name)));
  }

  /** What a scenario says, by its name. */
  public ScenarioReading reading(Kept kept) {
    if (readings.size() > READINGS_MAX) {
      readings.clear();
    }
    return readings.computeIfAbsent(
        kept.name() + " " + kept.version(), key -> ScenarioReading.of(kept.name(), kept.text()));
  }

  /**
   * Keeps a text, right or wrong: work in progress is not lost, it only cannot be run.
   *
   * @param saw the version that was looked at; empty for a scenario that is to be new
   * @throws PlannerFault if it ships, somebody has changed it since, or too many are kept
   */
  public Kept save(String name, String text, Optional<String> saw) {
    refuseShipped(name);
    if (text.length() > TEXT_LENGTH_MAX) {
      throw new PlannerFault(
          Kind.SCENARIO_WRONG,
          "The scenario has %d characters; it may have %d."
              .formatted(text.length(), TEXT_LENGTH_MAX));
    }
    synchronized (writing) {
      Optional<Kept> there = own(checked(name));
      if (!there.map(Kept::version).equals(saw)) {
        throw new PlannerFault(
            Kind.SCENARIO_CHANGED,
            there.isPresent()
                ? "The scenario (%s) has been changed by somebody else, or is there already."
                    .formatted(name)
                : "The scenario (%s) has been deleted since.".formatted(name));
      }
      if (there.isEmpty() && ownNames().size() >= SCENARIOS_MAX) {
        throw new PlannerFault(
            Kind.SCENARIOS_TOO_MANY,
            "%d scenarios are kept, which is the most; delete one that is no longer needed."
                .formatted(SCENARIOS_MAX));
      }
      write(file(name), text);
      return kept(name, text);
    }
  }

  /**
   * Takes one away. Experiments keep a copy of what they ran.
   *
   * @throws PlannerFault if it ships or is not there
   */
  public void delete(String name) {
    refuseShipped(name);
    synchronized (writing) {
      try {
        if (!Files.deleteIfExists(file(checked(name)))) {
          throw new PlannerFault(
              Kind.SCENARIO_UNKNOWN, "There is no scenario (%s).".formatted(name));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void refuseShipped(String name) {
    if (ScenarioSource.SHIPPED.contains(name)) {
      throw new PlannerFault(
          Kind.SCENARIO_SHIPPED,
          "The scenario (%s) ships with Doorstep and stays as it is; copy it.".formatted(name));
    }
  }

  private static Kept shipped(String name) {
    String text = ScenarioSource.find(name).source().text();
    return new Kept(name, true, text, version(text));
  }

  private Optional<Kept> own(String name) {
    Path file = file(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(kept(name, Source.of(file).text()));
    } catch (FileFault e) {
      // Put there by hand, and no text: not ours to show.
      return Optional.empty();
    }
  }

  private static Kept kept(String name, String text) {
    return new Kept(name, false, text, version(text));
  }

  private static String version(String text) {
    return Hash.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, VERSION_DIGITS);
  }

  private List<String> ownNames() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(name -> NAME.matcher(name).matches() && !ScenarioSource.SHIPPED.contains(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new PlannerFault(
          Kind.SCENARIO_NAME,
          "A scenario's name is 1 to 40 small letters, digits and dashes, with no dash at its ends.");
    }
    return name;
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(folder);
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
