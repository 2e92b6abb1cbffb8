package org.doorstep.routing.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.RoadNetwork;

/**
 * A town of a few streets. High Street (A26) runs from west to east and ends at a roundabout, where
 * Quarry Hill and Station Road begin; London Road (A227) meets it in the middle. The A21 passes in
 * the south, with a slip road to the B2017; the M25 with its exit 5 in the north.
 */
final class SmallTown {
  private static final String ROADS =
      """
      <node id="1" lat="51.200" lon="0.270"/><node id="2" lat="51.200" lon="0.280"/>
      <node id="3" lat="51.200" lon="0.290"/><node id="4" lat="51.210" lon="0.280"/>
      <node id="20" lat="51.2000" lon="0.2946"/><node id="21" lat="51.2003" lon="0.2950"/>
      <node id="22" lat="51.2000" lon="0.2954"/><node id="23" lat="51.1997" lon="0.2950"/>
      <node id="24" lat="51.2060" lon="0.2950"/><node id="25" lat="51.1940" lon="0.2950"/>
      <node id="30" lat="51.230" lon="0.270"/>
      <node id="31" lat="51.230" lon="0.280"><tag k="highway" v="motorway_junction"/>
        <tag k="ref" v="5"/><tag k="name" v="Chevening"/></node>
      <node id="32" lat="51.230" lon="0.290"/><node id="33" lat="51.226" lon="0.284"/>
      <node id="40" lat="51.185" lon="0.270"/><node id="41" lat="51.185" lon="0.280"/>
      <node id="42" lat="51.185" lon="0.290"/><node id="43" lat="51.187" lon="0.278"/>
      <node id="44" lat="51.187" lon="0.283"/>
      <node id="50" lat="51.201" lon="0.2795"><tag k="place" v="town"/><tag k="name" v="Tonbridge"/></node>
      <node id="51" lat="51.222" lon="0.300"><tag k="place" v="village"/><tag k="name" v="Hadlow"/></node>
      """;

  private static final String LANDMARKS =
      """
      <node id="60" lat="51.2001" lon="0.2751"><tag k="addr:housenumber" v="12"/>
        <tag k="addr:street" v="High Street"/><tag k="addr:postcode" v="TN9 1AB"/></node>
      <node id="61" lat="51.2001" lon="0.2753"><tag k="addr:housenumber" v="12A"/>
        <tag k="addr:street" v="High Street"/></node>
      <node id="62" lat="51.2210" lon="0.3010"><tag k="addr:housename" v="Rose Cottage"/>
        <tag k="addr:street" v="Church Lane"/><tag k="addr:city" v="Hadlow"/></node>
      <node id="63" lat="51.2020" lon="0.2760"><tag k="amenity" v="hospital"/>
        <tag k="name" v="Pembury"/></node>
      <node id="64" lat="51.2030" lon="0.2760"><tag k="amenity" v="doctors"/>
        <tag k="name" v="Warders"/></node>
      <node id="65" lat="51.2040" lon="0.2760"><tag k="amenity" v="social_facility"/>
        <tag k="social_facility" v="nursing_home"/><tag k="name" v="Barnett Court"/></node>
      <node id="66" lat="51.1990" lon="0.2755"><tag k="railway" v="station"/>
        <tag k="name" v="Tonbridge"/></node>
      <node id="67" lat="51.1995" lon="0.2790"><tag k="shop" v="supermarket"/>
        <tag k="name" v="Sainsbury's"/></node>
      <node id="68" lat="51.2002" lon="0.2799"><tag k="amenity" v="bench"/>
        <tag k="name" v="In memory of Ann"/></node>
      <node id="70" lat="51.2010" lon="0.2800"/><node id="71" lat="51.2010" lon="0.2804"/>
      <node id="72" lat="51.2014" lon="0.2804"/><node id="73" lat="51.2014" lon="0.2800"/>
      <node id="80" lat="51.2050" lon="0.2850"/><node id="81" lat="51.2050" lon="0.2870"/>
      <node id="82" lat="51.2070" lon="0.2870"/><node id="83" lat="51.2070" lon="0.2850"/>
      """;

  private static final String WAYS =
      """
      <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="20"/>
        <tag k="highway" v="primary"/><tag k="name" v="High Street"/><tag k="ref" v="A26"/></way>
      <way id="2"><nd ref="4"/><nd ref="2"/>
        <tag k="highway" v="primary"/><tag k="name" v="London Road"/><tag k="ref" v="A227"/>
        <tag k="postal_code" v="TN10 3DD"/></way>
      <way id="3"><nd ref="20"/><nd ref="21"/><nd ref="22"/><nd ref="23"/><nd ref="20"/>
        <tag k="highway" v="primary"/><tag k="junction" v="roundabout"/></way>
      <way id="4"><nd ref="21"/><nd ref="24"/><tag k="highway" v="tertiary"/>
        <tag k="name" v="Station Road"/></way>
      <way id="5"><nd ref="23"/><nd ref="25"/><tag k="highway" v="tertiary"/>
        <tag k="name" v="Quarry Hill"/></way>
      <way id="6"><nd ref="30"/><nd ref="31"/><nd ref="32"/><tag k="highway" v="motorway"/>
        <tag k="ref" v="M25"/></way>
      <way id="7"><nd ref="31"/><nd ref="33"/><tag k="highway" v="motorway_link"/></way>
      <way id="8"><nd ref="33"/><nd ref="4"/><tag k="highway" v="unclassified"/>
        <tag k="name" v="Hill Lane"/></way>
      <way id="9"><nd ref="40"/><nd ref="41"/><nd ref="42"/><tag k="highway" v="trunk"/>
        <tag k="ref" v="A21"/></way>
      <way id="10"><nd ref="41"/><nd ref="44"/><tag k="highway" v="trunk_link"/></way>
      <way id="11"><nd ref="43"/><nd ref="44"/><nd ref="25"/><tag k="highway" v="secondary"/>
        <tag k="ref" v="B2017"/></way>
      <way id="12"><nd ref="70"/><nd ref="71"/><nd ref="72"/><nd ref="73"/><nd ref="70"/>
        <tag k="building" v="yes"/><tag k="amenity" v="pub"/><tag k="name" v="The Chequers"/>
        <tag k="addr:housenumber" v="122"/><tag k="addr:street" v="High Street"/></way>
      <way id="13"><nd ref="80"/><nd ref="81"/><nd ref="82"/></way>
      <way id="14"><nd ref="82"/><nd ref="83"/><nd ref="80"/></way>
      <relation id="1"><member type="way" ref="13" role="outer"/>
        <member type="way" ref="14" role="outer"/><tag k="type" v="multipolygon"/>
        <tag k="amenity" v="school"/><tag k="name" v="St Stephen's Primary"/></relation>
      """;

  private SmallTown() {}

  /** The map folder of the town; {@code more} are further nodes. */
  static Path make(Path folder, String more) {
    Path osm = folder.resolve("town.osm");
    Path map = folder.resolve("map");
    try {
      Files.writeString(
          osm,
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n"
              + ROADS
              + LANDMARKS
              + more
              + WAYS
              + "</osm>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    MapImport.run(osm, map, progress -> {});
    return map;
  }

  static Gazetteer gazetteer(Path map) {
    try (RoadNetwork roads = RoadNetwork.open(map)) {
      return new Gazetteer(roads);
    }
  }
}
