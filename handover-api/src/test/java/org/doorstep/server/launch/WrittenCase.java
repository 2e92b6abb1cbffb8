package org.doorstep.server.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.BedsideTests;
import org.doorstep.dispatch.model.Breathing;
import org.doorstep.dispatch.model.CapacityTest;
import org.doorstep.dispatch.model.Circulation;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.Consent;
import org.doorstep.dispatch.model.Examination;
import org.doorstep.dispatch.model.Fall;
import org.doorstep.dispatch.model.FastTest;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.OxygenTarget;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.PersonalContext;
import org.doorstep.dispatch.model.PlanSeen;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.TraumaSteps;
import org.doorstep.dispatch.shell.reference.Settlements;

/** One line of the written cases, in the words of their file. */
final class WrittenCase {
  private static final Pattern CALL = Pattern.compile("([a-z]+)\\(([^)]*)\\)");

  private final Map<String, String> cells;

  WrittenCase(List<String> names, List<String> cells) {
    this.cells = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      this.cells.put(names.get(i), cells.get(i));
    }
  }

  /** All of them, in the order of the file. */
  static List<WrittenCase> cases() throws IOException {
    List<List<String>> lines =
        read("/protocol/written-cases.txt")
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> List.of(line.split("\\|", -1)).stream().map(String::strip).toList())
            .toList();
    return lines.stream().skip(1).map(cells -> new WrittenCase(lines.get(0), cells)).toList();
  }

  /** Where the settlements of West Kent are. */
  static Map<String, Position> places() {
    Map<String, Position> places = new TreeMap<>();
    Settlements.westKent()
        .settlements()
        .forEach(each -> places.put(each.name(), new Position(each.lat(), each.lon())));
    return places;
  }

  private static String read(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WrittenCase.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String cell(String name) {
    return cells.getOrDefault(name, "");
  }

  AssessmentFile file(Map<String, Position> places) {
    String found = cell("found");
    Position place = places.get(cell("where"));
    if (place == null) {
      throw new AssertionError("No settlement is called " + cell("where"));
    }
    return new AssessmentFile(
        patient(),
        rounds(),
        found(found),
        Optional.of(examination(found)),
        Optional.of(context(found)),
        Optional.of(
            new AssessmentFile.Destinations(
                when(),
                Optional.of(place),
                Optional.of(found.contains("s136")),
                Optional.empty(),
                Optional.empty())));
  }

  private Instant when() {
    return LocalDateTime.parse(cell("when").replace(' ', 'T'))
        .atZone(ZoneId.of("Europe/London"))
        .toInstant();
  }

  private PatientFacts patient() {
    String said = cell("patient");
    Optional<Integer> age =
        Optional.of(said.split(" ", 2)[0]).filter(each -> !each.equals("?")).map(Integer::valueOf);
    Optional<OxygenTarget> target =
        Optional.of(new OxygenTarget(OxygenTarget.Scale.SCALE_2, true, true))
            .filter(scale -> said.contains("scale2"));
    return new PatientFacts(age, Optional.of(said.contains("pregnant")), target);
  }

  private List<ObservationSet> rounds() {
    List<String> said = new ArrayList<>(List.of(cell("observations").split(";", -1)));
    if (said.size() == 1 && !said.get(0).contains("x1")) {
      said.add(said.get(0));
    }
    List<ObservationSet> rounds = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      rounds.add(round(said.get(i), when().minusSeconds(600L * (said.size() - i))));
    }
    return rounds;
  }

  private static ObservationSet round(String said, Instant at) {
    return new ObservationSet(
        at,
        new Breathing(
            value(said, "rr", "16"),
            value(said, "spo2", "97"),
            Optional.of(new Oxygen(said.matches(".*\\bo2\\b.*"), Optional.empty()))),
        new Circulation(
            value(said, "sbp", "130"),
            said.contains("-pulse") ? Optional.empty() : value(said, "p", "75")),
        Optional.of(consciousness(said)),
        tenths(said, "t").or(() -> Optional.of(370)),
        new BedsideTests(tenths(said, "glucose"), Optional.empty(), Optional.empty()));
  }

  private static Consciousness consciousness(String said) {
    for (String word : said.strip().split(" ", -1)) {
      switch (word) {
        case "C" -> {
          return Consciousness.CONFUSED;
        }
        case "V" -> {
          return Consciousness.VOICE;
        }
        case "U" -> {
          return Consciousness.UNRESPONSIVE;
        }
        default -> {}
      }
    }
    return Consciousness.ALERT;
  }

  private static Optional<Integer> value(String said, String name, String normal) {
    return Optional.of(text(said, name).orElse(normal)).map(Integer::valueOf);
  }

  private static Optional<Integer> tenths(String said, String name) {
    return text(said, name).map(each -> Integer.valueOf(each.replace(".", "")));
  }

  private static Optional<String> text(String said, String name) {
    Matcher matcher = Pattern.compile("(?:^|\\s)" + name + "=([0-9.]+)").matcher(said);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static AssessmentFile.Found found(String said) {
    EnumSet<Finding> present = EnumSet.noneOf(Finding.class);
    EnumSet<Finding> open = EnumSet.noneOf(Finding.class);
    for (String word : said.replaceAll("[a-z]+\\([^)]*\\)", "").split("\\s+", -1)) {
      if (word.matches("[A-Z0-9_]+")) {
        present.add(Finding.valueOf(word));
      } else if (word.startsWith("?")) {
        open.add(Finding.valueOf(word.substring(1)));
      }
    }
    // What a test says is left to the test.
    tested(said).forEach((word, finding) -> open.add(finding));
    EnumSet<Finding> absent = EnumSet.complementOf(present);
    absent.removeAll(open);
    return new AssessmentFile.Found(
        Optional.of(List.copyOf(present)), Optional.of(List.copyOf(absent)), Optional.empty());
  }

  private static Map<String, Finding> tested(String said) {
    Map<String, Finding> all =
        Map.of(
            "fast(", Finding.FAST_POSITIVE,
            "trauma(", Finding.TRAUMA_TOOL_POSITIVE,
            "floor=", Finding.LONG_LIE,
            "capacity(", Finding.HAS_CAPACITY);
    Map<String, Finding> used = new TreeMap<>();
    all.forEach(
        (word, finding) -> {
          if (said.contains(word)) {
            used.put(word, finding);
          }
        });
    return used;
  }

  private static Examination examination(String said) {
    Optional<String> fast = call(said, "fast").stream().findFirst();
    Optional<String> trauma = call(said, "trauma").stream().findFirst();
    return new Examination(
        fast.map(
            part ->
                new FastTest(
                    Optional.of(part.equals("face")),
                    Optional.of(part.equals("arm")),
                    Optional.of(part.equals("speech")),
                    Optional.empty())),
        trauma.map(
            step ->
                new TraumaSteps(
                    Optional.of(step.equals("physiology")),
                    Optional.of(step.equals("anatomy")),
                    Optional.empty(),
                    Optional.empty())),
        Optional.empty(),
        text(said, "floor")
            .map(
                minutes ->
                    new Fall(
                        Optional.of(Integer.valueOf(minutes)), Optional.empty(), Optional.empty())),
        Optional.of(said.contains("infection")));
  }

  private static PersonalContext context(String said) {
    List<PlanSeen> plans = call(said, "plan").stream().map(WrittenCase::plan).toList();
    return new PersonalContext(
        call(said, "capacity").stream().findFirst().map(WrittenCase::capacity),
        Optional.<Consent>empty(),
        Optional.of(plans).filter(all -> !all.isEmpty()),
        Optional.empty(),
        Optional.empty());
  }

  private static PlanSeen plan(String said) {
    return new PlanSeen(
        PlanSeen.Kind.valueOf(said.split(" ", 2)[0]),
        Optional.of(true).filter(yes -> said.contains("valid")),
        Optional.of(true).filter(yes -> said.contains("applicable")),
        Optional.of(true).filter(yes -> said.contains("seen")),
        Optional.empty(),
        Optional.empty());
  }

  private static CapacityTest capacity(String said) {
    Optional<Boolean> can = Optional.of(said.equals("yes"));
    return new CapacityTest(Optional.of(!said.equals("yes")), can, can, can, can);
  }

  private static List<String> call(String said, String name) {
    List<String> found = new ArrayList<>();
    Matcher matcher = CALL.matcher(said);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        found.add(matcher.group(2));
      }
    }
    return found;
  }
}
