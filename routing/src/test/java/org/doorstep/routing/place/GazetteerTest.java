package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Scenery;
import org.doorstep.routing.SyntheticWestKent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: a place is found by what people type, shortened, unfinished or with a letter wrong. */
class GazetteerTest {
  private static final GeoPoint TONBRIDGE = new GeoPoint(51.195, 0.275);

  private static Gazetteer gazetteer;

  @BeforeAll
  static void open() {
    gazetteer = new Gazetteer(SyntheticWestKent.roads());
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Maidstone             | Maidstone",
        "maidst                | Maidstone",
        "Tunbrige Wells        | Royal Tunbridge Wells",
        "shepway               | Shepway, Maidstone",
        "tonbrigde             | Tonbridge",
        "Twyford Br            | Twyford Bridge",
        "A21 pembury           | A21, Pembury",
        "London Rd Maidstone   | London Road, Maidstone",
        "london road, maidston | London Road, Maidstone",
      })
  void find_asPeopleType_listsItFirst(String query, String label) {
    assertThat(gazetteer.find(query, 5))
        .first()
        .extracting(Found::label)
        .asString()
        .startsWith(label);
  }

  @Test
  void find_streetInManyPlaces_listsTheNearestFirst() {
    List<Found> found = gazetteer.find("London Road", 10, TONBRIDGE);

    assertThat(found).hasSizeGreaterThan(3);
    assertThat(found)
        .isSortedAccordingTo(
            (a, b) ->
                Double.compare(a.at().distanceMeters(TONBRIDGE), b.at().distanceMeters(TONBRIDGE)));
  }

  @Test
  void find_everySettlement_isFoundByItsName() {
    for (Scenery.NamedPlace place : SyntheticWestKent.roads().scenery().places()) {
      assertThat(gazetteer.find(place.name(), 3))
          .as(place.name())
          .anySatisfy(found -> assertThat(found.at()).isEqualTo(place.at()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51.195, 0.275",
        "51.195 0.275",
        " 51.195,0.275 ",
        "51.195N 0.275E",
        "0.275, 51.195"
      })
  void find_degreesEitherWayRound_isThePoint(String query) {
    assertThat(gazetteer.find(query, 5))
        .containsExactly(new Found("51.19500, 0.27500", Found.Kind.COORDINATES, TONBRIDGE));
  }

  @Test
  void find_gridReference_isTheMiddleOfItsSquare() {
    assertThat(gazetteer.find("tq 590  460", 5))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.label()).isEqualTo("TQ 590 460");
              assertThat(found.kind()).isEqualTo(Found.Kind.GRID_REFERENCE);
              assertThat(found.at().distanceMeters(TONBRIDGE)).isLessThan(1_200);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "'", "xqzvjk", "40.0, 20.0", "NN 166 712", "*:* xqzv~ (", "\"~~"})
  void find_nothingThere_isEmpty(String query) {
    assertThat(gazetteer.find(query, 5)).isEmpty();
  }

  @Test
  void find_tooManyWanted_isRefused() {
    assertThatThrownBy(() -> gazetteer.find("Maidstone", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gazetteer.find("Maidstone", Gazetteer.FOUND_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
