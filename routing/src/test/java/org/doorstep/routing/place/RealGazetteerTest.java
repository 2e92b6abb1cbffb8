package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: what people type is found on maps of real towns. */
class RealGazetteerTest {
  private static final String NEWPORT = "newport-wales-2023-06-13.osm.pbf";
  private static final String LONDON = "north-london-2026.osm";
  private static final Map<String, Gazetteer> OPEN = new HashMap<>();

  @TempDir private static Path folder;

  @ParameterizedTest(name = "{0} finds {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Royal Gwent Hosp         | POINT_OF_INTEREST | Royal Gwent Hospital, Cardiff Road, Newport NP20 2UB",
        "st woolos prim sch       | POINT_OF_INTEREST | St Woolos Primary School, Stow Hill, Newport NP20 4DW",
        "Newport stn              | POINT_OF_INTEREST | Newport (station), Queensway, Newport NP20 4AX",
        "Belle View Surgery       | POINT_OF_INTEREST | Belle Vue Surgery, Newport",
        "Waterloo Hotel pub       | POINT_OF_INTEREST | Waterloo Hotel (pub), 113 Alexandra Road, Newport NP20 2JG",
        "np20 1aa                 | POSTCODE          | NP20 1AA, Newport",
        "NP20                     | POSTCODE          | NP20, Newport",
        "12 High Street           | ADDRESS           | 12 High Street, Newport NP20 1FW",
        "High St / Skinner St     | JUNCTION          | High Street / Skinner Street, Newport",
        "Church Rd x Caerleon Rd  | JUNCTION          | Caerleon Road / Church Road",
        "A48 A4042 junction       | JUNCTION          | Spytty Road / Usk Way",
        "High Street, Newport     | STREET            | High Street, Newport",
      })
  void find_inNewport_listsItFirst(String query, Found.Kind kind, String label) {
    assertFirst(NEWPORT, query, kind, label);
  }

  @ParameterizedTest(name = "{0} finds {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Bounds Green Rd / Durnsford Rd | JUNCTION | Bounds Green Road / Durnsford Road",
        "N22 8LU                        | POSTCODE | N22 8LU",
        "bounds green road              | STREET   | Bounds Green Road",
      })
  void find_inNorthLondon_listsItFirst(String query, Found.Kind kind, String label) {
    assertFirst(LONDON, query, kind, label);
  }

  @Test
  void find_everyPlaceOfNewport_isNearWhereItsLabelSays() {
    List<Found> pubs = gazetteer(NEWPORT).find("pub", Gazetteer.FOUND_MAX);
    GeoPoint middle = new GeoPoint(51.585, -2.99);

    assertThat(pubs).hasSizeGreaterThan(30);
    assertThat(pubs)
        .allSatisfy(pub -> assertThat(pub.at().distanceMeters(middle)).isLessThan(15_000));
  }

  private static void assertFirst(String file, String query, Found.Kind kind, String label) {
    assertThat(gazetteer(file).find(query, 5))
        .first()
        .satisfies(
            found -> {
              assertThat(found.label()).startsWith(label);
              assertThat(found.kind()).isEqualTo(kind);
            });
  }

  private static Gazetteer gazetteer(String file) {
    return OPEN.computeIfAbsent(
        file,
        name -> {
          Path map = folder.resolve(name + "-map");
          MapImport.run(SharedData.osm(name), map, progress -> {});
          try (RoadNetwork roads = RoadNetwork.open(map)) {
            return new Gazetteer(roads);
          }
        });
  }
}
