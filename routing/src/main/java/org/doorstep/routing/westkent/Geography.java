package org.doorstep.routing.westkent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.doorstep.routing.MapFault;

/**
 * What is known of West Kent, as read from the geography file. All positions are in metres of the
 * {@link Plane}.
 *
 * @param roads main roads and the lanes that matter, in the order of the file
 * @param rivers rivers and one canal
 * @param bridges the only places where a road crosses a river
 * @param settlements towns, villages and hamlets, inside the area and around it
 * @param neighbourhoods parts of the larger towns
 * @param crossings where two roads cross on two levels, without a junction
 * @param interchanges junctions that are left and joined by slip roads
 */
record Geography(
    List<MainRoad> roads,
    List<River> rivers,
    List<Spot> bridges,
    List<Settlement> settlements,
    List<Neighbourhood> neighbourhoods,
    List<Crossing> crossings,
    List<Spot> interchanges) {
  private static final String FILE = "geography.json";

  /** A named point. */
  record Spot(String name, double x, double y) {
    boolean isWithin(double meters, double otherX, double otherY) {
      return Plane.distance(x, y, otherX, otherY) <= meters;
    }
  }

  /** A road; {@code kind} as in OpenStreetMap, {@code mph} the usual limit outside towns. */
  record MainRoad(
      String id, String ref, String kind, int mph, String carriageway, List<Spot> waypoints) {
    MainRoad {
      waypoints = List.copyOf(waypoints);
    }

    boolean isLane() {
      return kind.equals("unclassified");
    }

    boolean isMotorway() {
      return kind.equals("motorway");
    }
  }

  /** A river from its source down. */
  record River(String name, List<Spot> waypoints) {
    River {
      waypoints = List.copyOf(waypoints);
    }
  }

  /** A settlement; {@code kind} is a place word of OpenStreetMap. */
  record Settlement(Spot at, String kind, int population) {}

  /** A part of a town; {@code share} of the town's population, 0 to 1. */
  record Neighbourhood(String town, Spot at, double share) {}

  /** Two roads that cross without meeting. */
  record Crossing(List<String> roads, Spot at) {
    Crossing {
      roads = List.copyOf(roads);
    }
  }

  static Geography read() {
    try (InputStream in = Geography.class.getResourceAsStream(FILE)) {
      JsonNode root = new ObjectMapper().readTree(in);
      return new Geography(
          list(root, "roads", Geography::road),
          list(root, "rivers", r -> new River(r.path("name").asText(), spots(r))),
          list(root, "bridges", Geography::spot),
          list(root, "settlements", Geography::settlement),
          list(root, "neighbourhoods", Geography::neighbourhood),
          list(root, "crossings_without_junction", Geography::crossing),
          list(root, "junctions", Geography::junction).stream()
              .filter(j -> j.kind.equals("motorway junction") || j.kind.equals("grade-separated"))
              .map(Junction::at)
              .toList());
    } catch (IOException e) {
      throw new MapFault("The geography (%s) of this program cannot be read.".formatted(FILE), e);
    }
  }

  private record Junction(Spot at, String kind) {}

  private static Junction junction(JsonNode node) {
    return new Junction(spot(node), node.path("kind").asText());
  }

  private static MainRoad road(JsonNode node) {
    return new MainRoad(
        node.path("id").asText(),
        node.path("ref").asText(),
        node.path("class").asText(),
        node.path("speed_mph").asInt(),
        node.path("carriageway").asText(),
        spots(node));
  }

  private static Settlement settlement(JsonNode node) {
    int population = node.path("population").asInt();
    String kind =
        switch (node.path("kind").asText()) {
          case "city area" -> "city";
          case "town" -> "town";
          case "London suburb" -> "town";
          case "hamlet" -> "hamlet";
          default -> "village";
        };
    return new Settlement(spot(node), kind, population);
  }

  private static Neighbourhood neighbourhood(JsonNode node) {
    return new Neighbourhood(node.path("town").asText(), spot(node), node.path("share").asDouble());
  }

  private static Crossing crossing(JsonNode node) {
    return new Crossing(list(node, "roads", JsonNode::asText), spot(node));
  }

  private static List<Spot> spots(JsonNode node) {
    return list(node, "waypoints", Geography::spot);
  }

  private static Spot spot(JsonNode node) {
    return new Spot(
        node.path("name").asText(""),
        Plane.x(node.path("lon").asDouble()),
        Plane.y(node.path("lat").asDouble()));
  }

  private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> each) {
    List<T> all = new ArrayList<>();
    node.path(field).forEach(item -> all.add(each.apply(item)));
    return List.copyOf(all);
  }
}
