package org.doorstep.dispatch.shell.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.routing.ClosedPlace;
import org.doorstep.routing.MapInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: a drawn closure is read strictly: a fault names the value, its place and the rule. */
class ClosureShapeTest {
  private static final MapInfo MAP =
      new MapInfo("town", "", true, "", 0.2, 51.1, 0.4, 51.3, 10, 10);

  @Test
  void read_eachKind_isThatPlace() {
    assertThat(read("{'type':'Point','coordinates':[0.25,51.2]}"))
        .isInstanceOf(ClosedPlace.Point.class);
    assertThat(
            read(
                "{'type':'LineString','coordinates':[[0.25,51.2],[0.26,51]]}"
                    .replace("51]", "51.2]")))
        .isInstanceOf(ClosedPlace.Stretch.class);
    assertThat(
            read(
                "{'type':'Polygon','coordinates':[[[0.25,51.2],[0.26,51.2],[0.26,51.21],[0.25,51.2]]]}"))
        .isInstanceOfSatisfying(ClosedPlace.Area.class, area -> assertThat(area.ring()).hasSize(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,2] | /place | object",
        "{'type':'Point','coordinates':[0.25,51.2],'crs':1} | /place/crs | not known",
        "{'type':'MultiPoint','coordinates':[]} | /place/type | MultiPoint",
        "{'type':'Point'} | /place/coordinates | array",
        "{'type':'Point','coordinates':[]} | /place/coordinates | (0) numbers",
        "{'type':'Point','coordinates':[0.25,51.2,7]} | /place/coordinates | (3) numbers",
        "{'type':'Point','coordinates':['a',51.2]} | /place/coordinates/0 | (a)",
        "{'type':'Point','coordinates':[0.25,151.2]} | /place/coordinates/1 | (151.2)",
        "{'type':'Point','coordinates':[-181,51.2]} | /place/coordinates/0 | (-181)",
        "{'type':'Point','coordinates':[51.2,0.25]} | /place/coordinates | swapped",
        "{'type':'Point','coordinates':[0.25,52.9]} | /place/coordinates | 51.100 to 51.300",
        "{'type':'LineString','coordinates':[]} | /place/coordinates | (0) positions",
        "{'type':'LineString','coordinates':[[0.25,51.2]]} | /place/coordinates | (1) positions",
        "{'type':'LineString','coordinates':[[0.25,51.2],[0.25,null]]} | /place/coordinates/1/1 | (null)",
        "{'type':'Polygon','coordinates':[]} | /place/coordinates | (0) rings",
        "{'type':'Polygon','coordinates':[[],[]]} | /place/coordinates | (2) rings",
        "{'type':'Polygon','coordinates':[[[0.25,51.2],[0.26,51.2],[0.25,51.2]]]} | /place/coordinates/0 | (3) positions",
        "{'type':'Polygon','coordinates':[[[0.25,51.2],[0.26,51.2],[0.26,51.21],[0.25,51.21]]]} | /place/coordinates/0/3 | not closed",
      })
  void read_whatIsWrong_isNamedWithItsPlace(String json, String place, String words) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            WireFault.class,
            fault -> {
              assertThat(fault.place()).isEqualTo(place);
              assertThat(fault.rule()).contains(words);
            });
  }

  @Test
  void read_moreThanTwoThousandPoints_isRefused() {
    String many = "[0.25,51.2],".repeat(ClosedPlace.POINTS_MAX);

    assertThatThrownBy(() -> read("{'type':'LineString','coordinates':[" + many + "[0.25,51.2]]}"))
        .hasMessageContaining("(2001) positions");
  }

  private static ClosedPlace read(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ClosureShape.on(MAP).read(JsonTree.parse(bytes), "/place");
  }
}
