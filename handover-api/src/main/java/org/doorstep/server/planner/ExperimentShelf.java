package org.doorstep.server.planner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.server.planner.PlannerFault.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of experiments: for each what was ordered and what became of it, the scenarios as
 * they were then, what its process said, and its results. Everything blocks on the disk.
 */
final class ExperimentShelf {
  /** Where the results lie in the folder of an experiment. */
  static final String RESULTS = "results";

  /** The state that it begins from, where it begins from a live one. */
  static final String START = "start.json";

  private static final Logger LOG = LoggerFactory.getLogger(ExperimentShelf.class);
  private static final String RECORD = "experiment.json";
  private static final String INPUTS = "inputs";
  private static final String LAST_NUMBER = "last-number.txt";
  private static final String LIST = "files.txt";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final int REPORT_HEAD_BYTES = 4_096;
  private static final Pattern REPORT_STATE = Pattern.compile("\"state\"\\s*:\\s*\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,120}");

  private final Path root;

  ExperimentShelf(Path root) {
    this.root = root;
  }

  /** All that can be read, by number; what else lies there is left alone. */
  List<KeptExperiment> list() {
    List<KeptExperiment> all = new ArrayList<>();
    for (String name : names(root)) {
      if (NUMBER.matcher(name).matches()) {
        read(root.resolve(name).resolve(RECORD)).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparingInt(KeptExperiment::number));
    return List.copyOf(all);
  }

  private static Optional<KeptExperiment> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(RecordJson.read(KeptExperiment.class, Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | WireFault | PlannerFault e) {
      LOG.warn("The experiment ({}) cannot be read and is not shown.", file);
      return Optional.empty();
    }
  }

  /** A number that no experiment has had; to be asked one at a time. */
  int nextNumber() {
    int last = list().stream().mapToInt(KeptExperiment::number).max().orElse(0);
    Path file = root.resolve(LAST_NUMBER);
    try {
      Files.createDirectories(root);
      if (Files.isRegularFile(file)) {
        String given = Files.readString(file).strip();
        last = NUMBER.matcher(given).matches() ? Math.max(last, Integer.parseInt(given)) : last;
      }
      int next = last + 1;
      Files.writeString(file, Integer.toString(next));
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps it as it stands. */
  void save(KeptExperiment experiment) {
    Path file = folder(experiment.number()).resolve(RECORD);
    try {
      Files.createDirectories(file.getParent());
      // Of its own name: a server that is started again may keep the same one in the same moment.
      Path part = file.resolveSibling("%s.%s.part".formatted(RECORD, UUID.randomUUID()));
      Files.write(part, RecordJson.write(experiment));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the text of a scenario as it is now. */
  void keepInput(int number, String name, String text) {
    write(folder(number).resolve(INPUTS).resolve(name + ".yaml"), text);
  }

  /** Keeps the state that it begins from. */
  void keepStart(int number, String text) {
    write(folder(number).resolve(START), text);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By which name the process finds a scenario: its file, or its own where it ships. */
  String input(int number, String name) {
    String file = INPUTS + "/" + name + ".yaml";
    return Files.isRegularFile(folder(number).resolve(file)) ? file : name;
  }

  /** Takes its folder away, with everything in it. */
  void delete(int number) {
    Path folder = folder(number);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of an experiment, made where it is not there. */
  Path begin(int number) {
    try {
      return Files.createDirectories(folder(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its process says. */
  Path said(int number) {
    return folder(number).resolve("progress.jsonl");
  }

  /** What its process complains of. */
  Path errors(int number) {
    return folder(number).resolve("errors.txt");
  }

  private Path folder(int number) {
    return root.resolve(Integer.toString(number));
  }

  /** The names of its results that are there, by the folder's own list. */
  List<String> results(int number) {
    Path results = folder(number).resolve(RESULTS);
    Path list = results.resolve(LIST);
    if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try {
      return new TreeSet<>(Files.readAllLines(list))
          .stream()
              .filter(name -> FILE.matcher(name).matches() && !name.equals(LIST))
              .filter(name -> Files.isRegularFile(results.resolve(name), LinkOption.NOFOLLOW_LINKS))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where a result lies.
   *
   * @throws PlannerFault if it is not on the folder's list
   */
  Path result(int number, String name) {
    if (!results(number).contains(name)) {
      throw new PlannerFault(
          Kind.FILE_UNKNOWN, "The experiment %d has no such file.".formatted(number));
    }
    return folder(number).resolve(RESULTS).resolve(name);
  }

  /** How whole the results say that they are; empty where there are none. */
  Optional<String> reportState(int number) {
    if (!results(number).contains(Ending.REPORT)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(result(number, Ending.REPORT))) {
      String head = new String(in.readNBytes(REPORT_HEAD_BYTES), StandardCharsets.UTF_8);
      Matcher state = REPORT_STATE.matcher(head);
      return Optional.of(state.find() ? state.group(1) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
