package org.doorstep.simulator.optimise.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: sites that users propose; each bad line has one clear error. */
class CandidateFileTest {
  private static final String HEAD = "name,lat,lon\n";

  /** A map around Tonbridge. */
  private static boolean isByRoad(GeoPoint point) {
    return point.lat() > 51 && point.lat() < 51.4 && point.lon() > 0 && point.lon() < 0.7;
  }

  private static List<Site> read(String text) {
    return CandidateFile.read(
        new Source("sites.csv", text), List.of("Tonbridge"), CandidateFileTest::isByRoad);
  }

  @Test
  void read_goodLines_givesSites() {
    List<Site> sites =
        read("\uFEFFName, Lat, Lon\r\nFire station,51.2,0.28\n\n\"Depot\",51.1,0.3\n");

    assertThat(sites)
        .containsExactly(
            new Site("Fire station", 51.2, 0.28, Site.Origin.CANDIDATE),
            new Site("Depot", 51.1, 0.3, Site.Origin.CANDIDATE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          Depot,abc,0.3           | (abc): the latitude must be a number.
          Depot,51.2,             | : the longitude must be a number.
          Depot,51.2,NaN          | (NaN): the longitude must be a number.
          Depot,51.2,1e1          | (1e1): the longitude must be a number.
          Depot,95,0.3            | (95.0): the latitude must be from -90 to 90.
          Depot,51.2,200          | (200.0): the longitude must be from -180 to 180.
          Depot,53.4,-2.2         | (Depot): lies off the map, or far from its roads.
          Depot,0.3,51.2          | (Depot): latitude and longitude seem to have changed places.
          ,51.2,0.3               | : a site must have a name, at most 60 characters.
          Tonbridge,51.2,0.3      | (Tonbridge): is the name of another site.
          tonbridge,51.2,0.3      | (tonbridge): is the name of another site.
          First,51.2,0.3          | (First): is the name of another site.
          Depot,51.2              | (Depot,51.2): must be name,lat,lon, three values.
          Depot,51.2,0.3,yes      | (Depot,51.2,0.3,yes): must be name,lat,lon, three values.
          Depot;51.2;0.3          | (Depot;51.2;0.3): must be name,lat,lon, three values.
          De"pot,51.2,0.3         | (De"pot): a name must not have quotes or control characters.
          """)
  void read_badLine_hasOneClearError(String line, String message) {
    FileFault fault =
        catchThrowableOfType(FileFault.class, () -> read(HEAD + "First,51.15,0.2\n" + line + "\n"));

    assertThat(fault)
        .hasMessage("sites.csv, line 3%s%s", message.startsWith(":") ? "" : " ", message);
  }

  @Test
  void read_manyBadLines_namesEach() {
    FileFault fault =
        catchThrowableOfType(FileFault.class, () -> read(HEAD + "A,x,0\nB,51.2,0.2\nC,51.2,y\n"));

    assertThat(fault.faults()).extracting(each -> each.place().line()).containsExactly(2, 4);
  }

  @Test
  void read_otherFirstLine_isRefused() {
    assertThat(catchThrowableOfType(FileFault.class, () -> read("Depot,51.2,0.3\n")))
        .hasMessage("sites.csv, line 1 (Depot,51.2,0.3): must be the line name,lat,lon.");
    assertThat(catchThrowableOfType(FileFault.class, () -> read("")))
        .hasMessage("sites.csv, line 1: must be the line name,lat,lon.");
  }
}
