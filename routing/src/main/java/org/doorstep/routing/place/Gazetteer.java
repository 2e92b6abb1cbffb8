package org.doorstep.routing.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doorstep.routing.AddressFile;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Landmark;
import org.doorstep.routing.Landmarks;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Scenery;

/**
 * Finds places by what people type: settlements, parts of towns, streets, road numbers, junctions,
 * postcodes, addresses, points of interest, degrees, grid references and Open Location Codes.
 *
 * <p>Words may be shortened ("Tonbridge Rd"), unfinished ("maidst") or have one letter wrong. All
 * of them should be met; where nothing meets all, first the number of a house is let go, then, of
 * three words or more, any one word. Better matches come first, then settlements, then what is
 * nearer. Degrees are latitude and longitude; typed the other way round they are put right where
 * only that lies on the map. Figures off the map find nothing. Whatever is typed, nothing is thrown
 * and the work is bounded: only the first 200 characters and ten words are read.
 *
 * <p>Safe for any number of threads. Opening reads the whole map once and takes seconds; it may be
 * dropped and made again, as it keeps nothing on disk.
 */
public final class Gazetteer {
  /** More than this is never returned. */
  public static final int FOUND_MAX = 100;

  private static final int TYPED_CHARS_MAX = 200;
  private static final int WORDS_MAX = 10;

  /** Some streets turn out not to have the house. */
  private static final int SPARE = 20;

  private static final Pattern CODE_AND_PLACE = Pattern.compile("\\s*([^\\s,]+)(?:[\\s,]+(.*))?");

  private final List<PlaceList.Item> places;
  private final PlaceIndex index;
  private final TypedPlace typed;
  private final GeoPoint middle;

  /** As {@link #Gazetteer(RoadNetwork, Consumer)}, in silence. */
  public Gazetteer(RoadNetwork roads) {
    this(roads, progress -> {});
  }

  /**
   * The gazetteer of a network; the network may be closed afterwards.
   *
   * @param progress is told in words what is being done
   * @throws org.doorstep.routing.MapFault if a file of the map is damaged
   */
  public Gazetteer(RoadNetwork roads, Consumer<String> progress) {
    MapInfo info = roads.info();
    typed = new TypedPlace(info);
    middle = new GeoPoint((info.south() + info.north()) / 2, (info.west() + info.east()) / 2);
    PlaceList list = new PlaceList(new Settlements(roads.scenery().places()));
    progress.accept("listing settlements and streets");
    for (Scenery.NamedPlace place : roads.scenery().places()) {
      if (Settlements.isPart(place.kind())) {
        list.add(Found.Kind.SUBURB, List.of(place.name()), List.of(), place.at());
      } else {
        list.addAlone(Found.Kind.SETTLEMENT, place.name(), place.at());
      }
    }
    Streets.add(roads, list);
    progress.accept("listing junctions");
    Junctions.add(roads, list);
    progress.accept("listing landmarks and addresses");
    Landmarks landmarks = Landmarks.load(roads.folder());
    Junctions.addExits(landmarks.exits(), list);
    AddressBook book = new AddressBook(info, list, progress);
    AddressFile.forEach(roads.folder(), address -> book.add(new Landmark("", address)));
    landmarks.points().forEach(book::add);
    book.finish();
    progress.accept("indexing places");
    index = list.index();
    places = list.items();
    progress.accept("%d places can be found".formatted(places.size()));
  }

  /** As {@link #find(String, int, GeoPoint)}, near the middle of the map. */
  public List<Found> find(String query, int most) {
    return find(query, most, middle);
  }

  /**
   * Finds places.
   *
   * @param query as typed; empty finds nothing
   * @param most how many are wanted, 1 to {@link #FOUND_MAX}
   * @param near of equal matches, those nearer to this point come first
   * @return the best first; empty if nothing matches
   */
  public List<Found> find(String query, int most, GeoPoint near) {
    if (most < 1 || most > FOUND_MAX) {
      throw new IllegalArgumentException(
          "The number of places wanted (%d) must be 1 to %d.".formatted(most, FOUND_MAX));
    }
    String text = query.substring(0, Math.min(TYPED_CHARS_MAX, query.length()));
    if (TypedPlace.isFigures(text)) {
      return typed.find(text).stream().toList();
    }
    Matcher coded = CODE_AND_PLACE.matcher(text);
    Optional<OpenLocationCode> code =
        coded.matches() ? OpenLocationCode.find(coded.group(1)) : Optional.empty();
    if (code.isPresent() && code.orElseThrow().isSaid()) {
      String place = coded.group(2) == null ? "" : coded.group(2);
      return findCode(code.orElseThrow(), place, near).stream().toList();
    }
    return findWords(PlaceWords.of(text).stream().limit(WORDS_MAX).toList(), most, near);
  }

  /** How many places are known; a street with its houses is one. */
  public int size() {
    return places.size();
  }

  /** A short code lies near the place that is named with it, or else near the point given. */
  private Optional<Found> findCode(OpenLocationCode code, String place, GeoPoint near) {
    Optional<Found> named =
        code.isFull() || place.isBlank()
            ? Optional.empty()
            : findWords(PlaceWords.of(place).stream().limit(WORDS_MAX).toList(), 1, near).stream()
                .findFirst();
    OpenLocationCode full = code.near(named.map(Found::at).orElse(near));
    return Optional.of(full.square().middle())
        .filter(typed::isOnMap)
        .map(at -> new Found(full.text(), Found.Kind.OPEN_LOCATION_CODE, at));
  }

  /** Asks ever more kindly, until something is found. */
  private List<Found> findWords(List<String> words, int most, GeoPoint near) {
    Set<String> unknown =
        words.stream().filter(word -> !index.knows(word)).collect(Collectors.toUnmodifiableSet());
    Set<String> all = Set.copyOf(words);
    List<String> unnumbered = words.stream().filter(word -> !PlaceWords.isNumber(word)).toList();
    List<PlaceQuery> questions =
        List.of(
            new PlaceQuery(words, unknown, false),
            new PlaceQuery(words, all, false),
            new PlaceQuery(unnumbered, unknown, false),
            new PlaceQuery(unnumbered, all, false),
            new PlaceQuery(unnumbered, unknown, true),
            new PlaceQuery(unnumbered, all, true));
    return questions.stream()
        .map(question -> find(question, most, near))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Found> find(PlaceQuery question, int most, GeoPoint near) {
    if (question.words().isEmpty()) {
      return List.of();
    }
    Set<Found> found = new LinkedHashSet<>();
    for (int number : index.find(question, most + SPARE, near)) {
      PlaceList.Item item = places.get(number);
      if (item instanceof PlaceList.Item.Street street) {
        found.addAll(street.houses().find(question.words()));
      } else if (item instanceof PlaceList.Item.Single single) {
        found.add(single.found());
      }
    }
    return found.stream().limit(most).toList();
  }
}
