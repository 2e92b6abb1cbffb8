package org.doorstep.routing.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Landmarks;
import org.doorstep.routing.NamedStretch;
import org.doorstep.routing.RoadNetwork;

/**
 * Where two roads meet that differ in name or number, and the numbered exits of motorways.
 *
 * <p>Roads meet where their stretches share a junction of the graph, or where connectors join them
 * ({@link JunctionNodes}). The two carriageways of one road meet another close together: that is
 * one junction. At one junction only the first {@link #SIGNS_MAX} roads in the order of their names
 * are paired.
 */
final class Junctions {
  private static final int SIGNS_MAX = 8;
  private static final double APART_METERS_MIN = 150;
  private static final int NONE = -1;
  private static final int MANY = -2;

  private final JunctionNodes nodes;
  private final Map<Sign, Integer> numbers = new HashMap<>();
  private final List<Sign> signs = new ArrayList<>();
  private final int[] firsts;
  private final Map<Integer, Meeting> meetings = new TreeMap<>();

  /** What signs say of a road; at least one is not empty. */
  private record Sign(String name, String ref) {
    String text() {
      return name.isEmpty() ? ref : name;
    }

    /** Whether a driver would say that the road goes on. */
    boolean goesOnAs(Sign other) {
      boolean sameRef = !ref.isEmpty() && ref.equals(other.ref);
      return text().equals(other.text()) || (sameRef && (name.isEmpty() || other.name.isEmpty()));
    }
  }

  private record Meeting(GeoPoint at, Set<Integer> signs) {}

  /** Two roads in a settlement, or the road and the number of an exit. */
  private record Pair(String one, String two, String in) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::one).thenComparing(Pair::two).thenComparing(Pair::in);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }

  /** Where two roads meet, and what else they are called there. */
  private static final class Crossing {
    private final Points points = new Points();
    private final Set<String> words = new TreeSet<>();

    void add(GeoPoint at, String... called) {
      points.add(at);
      Stream.of(called).filter(word -> !word.isEmpty()).forEach(words::add);
    }
  }

  private Junctions(int count) {
    nodes = new JunctionNodes(count);
    firsts = new int[count];
    Arrays.fill(firsts, NONE);
  }

  static void add(RoadNetwork roads, PlaceList places) {
    Junctions junctions = new Junctions(roads.info().nodes());
    roads.forEachStretch(
        stretch -> {
          if (stretch.kind() == NamedStretch.Kind.CONNECTOR) {
            junctions.nodes.join(stretch);
          }
        });
    roads.forEachStretch(junctions::read);
    junctions.pairs(places).forEach((pair, crossing) -> add(pair, crossing, places));
  }

  /** Adds exits; those of both carriageways are one. */
  static void addExits(List<Landmarks.Exit> exits, PlaceList places) {
    Map<Pair, Crossing> numbered = new TreeMap<>();
    for (Landmarks.Exit exit : exits) {
      Pair pair = new Pair(exit.road(), exit.number(), "");
      numbered.computeIfAbsent(pair, p -> new Crossing()).add(exit.at(), exit.name());
    }
    numbered.forEach(
        (exit, crossing) -> {
          String name = exit.one + " J" + exit.two;
          String called = String.join(", ", crossing.words);
          String shown = called.isEmpty() ? name : name + " (" + called + ")";
          List<String> names = List.of(shown, name, "J" + exit.two + " " + exit.one);
          places.add(Found.Kind.JUNCTION, names, List.of(exit.two), crossing.points.middle());
        });
  }

  private static void add(Pair pair, Crossing crossing, PlaceList places) {
    String plain = pair.one + " / " + pair.two;
    Set<String> refs = new TreeSet<>(crossing.words);
    refs.removeAll(Set.of(pair.one, pair.two));
    String shown = refs.isEmpty() ? plain : plain + " (" + String.join(", ", refs) + ")";
    List<String> names = List.of(shown, plain, pair.two + " / " + pair.one);
    for (GeoPoint at : crossing.points.apart(APART_METERS_MIN)) {
      places.add(Found.Kind.JUNCTION, names, List.copyOf(crossing.words), at);
    }
  }

  private void read(NamedStretch stretch) {
    if (!stretch.name().isEmpty() || !stretch.ref().isEmpty()) {
      int sign = number(new Sign(stretch.name(), stretch.ref()));
      put(stretch.start(), sign);
      put(stretch.end(), sign);
    }
  }

  private int number(Sign sign) {
    Integer known = numbers.putIfAbsent(sign, signs.size());
    if (known == null) {
      signs.add(sign);
      return signs.size() - 1;
    }
    return known;
  }

  /** Most junctions see one road only, and cost no more than a number. */
  private void put(NamedStretch.End end, int sign) {
    int node = nodes.of(end.junction());
    if (firsts[node] == NONE) {
      firsts[node] = sign;
    } else if (firsts[node] != sign) {
      Meeting meeting = meetings.get(node);
      if (meeting == null) {
        meeting = new Meeting(nodes.middle(node, end.at()), new TreeSet<>(Set.of(firsts[node])));
        meetings.put(node, meeting);
        firsts[node] = MANY;
      }
      meeting.signs.add(sign);
    }
  }

  private Map<Pair, Crossing> pairs(PlaceList places) {
    Map<Pair, Crossing> pairs = new TreeMap<>();
    for (Meeting meeting : meetings.values()) {
      String in = places.settlement(meeting.at);
      List<Sign> here =
          meeting.signs.stream()
              .map(signs::get)
              .sorted(Comparator.comparing(Sign::text).thenComparing(Sign::ref))
              .limit(SIGNS_MAX)
              .toList();
      for (int i = 0; i < here.size(); i++) {
        for (int j = i + 1; j < here.size(); j++) {
          put(pairs, here.get(i), here.get(j), in, meeting.at);
        }
      }
    }
    return pairs;
  }

  private static void put(Map<Pair, Crossing> pairs, Sign one, Sign two, String in, GeoPoint at) {
    if (!one.goesOnAs(two)) {
      Pair pair = new Pair(one.text(), two.text(), in);
      pairs.computeIfAbsent(pair, p -> new Crossing()).add(at, one.ref, two.ref);
    }
  }
}
