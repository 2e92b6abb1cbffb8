package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.routing.westkent.Network.Kind;

/**
 * The streets of one quarter.
 *
 * <p>A lattice of oblong blocks is turned, bent and shaken; every seventh line or so is a through
 * street, of the others as many stay as keep the quarter in one piece, and some more. A piece that
 * is left out becomes a close, open at one end. No street crosses a river or a motorway; where one
 * crosses a main road there is a junction.
 */
final class Streets {
  private static final double POINTS_PER_RESIDENT = 0.052;
  private static final double OBLONG = 1.55;
  private static final double SHAKE = 0.17;
  private static final double BEND = 0.45;
  private static final double BEND_LENGTH = 9;
  private static final double EXTRA = 0.28;
  private static final double CLOSES = 0.6;
  private static final int THROUGH_EVERY = 7;
  private static final int STREET_PIECES_MAX = 9;
  private static final int ROADS_CROSSED_MAX = 2;
  private static final double LINKED = 0.45;
  private static final double LINK_METERS_MAX = 280;
  private static final int NO_POINT = -1;
  private static final EnumSet<Kind> OBSTACLES = EnumSet.of(Kind.RIVER, Kind.SEALED, Kind.ROAD);

  /** A piece from one point of the lattice to the next; those of least rank are laid first. */
  private record Piece(
      int i, int j, boolean across, int from, int to, boolean meetsRoad, double rank) {}

  private final Network network;
  private final Quarters quarters;
  private final Quarter quarter;
  private final StreetNames names;
  private final Random random;
  private final double width;
  private final double depth;
  private final int half;
  private final int[][] points;

  Streets(Network network, Quarters quarters, Quarter quarter, StreetNames names, Random random) {
    this.network = network;
    this.quarters = quarters;
    this.quarter = quarter;
    this.names = names;
    this.random = random;
    double block =
        Math.PI * quarter.radius() * quarter.radius() / (quarter.residents() * POINTS_PER_RESIDENT);
    width = Math.sqrt(block * OBLONG);
    depth = block / width;
    half = (int) (1.5 * quarter.radius() / depth) + 1;
    points = new int[2 * half + 1][2 * half + 1];
  }

  void lay() {
    placePoints();
    List<Piece> open = new ArrayList<>();
    Piece[][] across = new Piece[points.length][points.length];
    Piece[][] up = new Piece[points.length][points.length];
    List<Piece> pieces = pieces();
    pieces.sort((a, b) -> Double.compare(a.rank, b.rank));
    Groups groups = new Groups(points.length * points.length);
    for (Piece piece : pieces) {
      int from = piece.i * points.length + piece.j;
      int to = piece.across ? from + points.length : from + 1;
      boolean through = isThrough(piece);
      if (groups.join(from, to) || through || random.nextDouble() < EXTRA) {
        (piece.across ? across : up)[piece.i][piece.j] = piece;
      } else {
        open.add(piece);
      }
    }
    layLines(across, true);
    layLines(up, false);
    for (Piece piece : open) {
      layClose(piece);
    }
  }

  /** Leads some streets at the edge on to what lies beyond, once all quarters have theirs. */
  void link() {
    int[][] sides = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    for (int i = 1; i + 1 < points.length; i++) {
      for (int j = 1; j + 1 < points.length; j++) {
        for (int[] side : sides) {
          int inner = points[i - side[0]][j - side[1]];
          boolean edge = points[i][j] != NO_POINT && points[i + side[0]][j + side[1]] == NO_POINT;
          if (edge && inner != NO_POINT && random.nextDouble() < LINKED) {
            link(inner, points[i][j]);
          }
        }
      }
    }
  }

  private void link(int inner, int edge) {
    double x = network.x(edge);
    double y = network.y(edge);
    double length = Plane.distance(network.x(inner), network.y(inner), x, y);
    double dx = (x - network.x(inner)) / length;
    double dy = (y - network.y(inner)) / length;
    double far = LINK_METERS_MAX;
    for (Grid.Hit hit :
        network
            .grid()
            .hits(x + dx, y + dy, x + far * dx, y + far * dy, EnumSet.allOf(Kind.class))) {
      if (hit.kind() == Kind.STREET || hit.kind() == Kind.ROAD) {
        int junction = network.junction(hit.stretch(), hit.share());
        if (junction != edge) {
          network.add(
              Kind.STREET, Tags.street("residential", names.street()), List.of(edge, junction));
        }
      }
      return;
    }
  }

  private void placePoints() {
    double turn = random.nextDouble() * Math.PI;
    double swirl = (random.nextDouble() - 0.5) * 0.9 / quarter.radius();
    double phase = random.nextDouble() * 6;
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        double u = (i - half + SHAKE * 2 * (random.nextDouble() - 0.5)) * width;
        double v = (j - half + SHAKE * 2 * (random.nextDouble() - 0.5)) * depth;
        double wave = 2 * Math.PI / (BEND_LENGTH * width);
        double bentU = u + BEND * width * StrictMath.sin(wave * v + phase);
        double bentV = v + BEND * width * StrictMath.sin(wave * u + 2 * phase);
        double angle = turn + swirl * Math.sqrt(u * u + v * v);
        double x = quarter.x() + bentU * StrictMath.cos(angle) - bentV * StrictMath.sin(angle);
        double y = quarter.y() + bentU * StrictMath.sin(angle) + bentV * StrictMath.cos(angle);
        Optional<Quarter> owner = quarter.holds(x, y) ? quarters.find(x, y) : Optional.empty();
        boolean ours = owner.isPresent() && owner.get().equals(quarter);
        points[i][j] = ours ? network.point(x, y) : NO_POINT;
      }
    }
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        if (i + 1 < points.length) {
          addPiece(pieces, i, j, true);
        }
        if (j + 1 < points.length) {
          addPiece(pieces, i, j, false);
        }
      }
    }
    return pieces;
  }

  private void addPiece(List<Piece> pieces, int i, int j, boolean across) {
    int a = points[i][j];
    int b = across ? points[i + 1][j] : points[i][j + 1];
    double rank = random.nextDouble();
    if (a == NO_POINT || b == NO_POINT) {
      return;
    }
    List<Grid.Hit> hits =
        network.grid().hits(network.x(a), network.y(a), network.x(b), network.y(b), OBSTACLES);
    boolean shut = hits.stream().anyMatch(hit -> hit.kind() != Kind.ROAD);
    if (shut || hits.size() > ROADS_CROSSED_MAX) {
      return;
    }
    Piece piece = new Piece(i, j, across, a, b, !hits.isEmpty(), rank);
    // Through streets come first.
    pieces.add(isThrough(piece) ? new Piece(i, j, across, a, b, !hits.isEmpty(), rank - 1) : piece);
  }

  private static boolean isThrough(Piece piece) {
    return piece.across
        ? Math.floorMod(piece.j, THROUGH_EVERY + 2) == 0
        : Math.floorMod(piece.i, THROUGH_EVERY) == 0;
  }

  private void layLines(Piece[][] pieces, boolean across) {
    for (int line = 0; line < points.length; line++) {
      List<Integer> street = new ArrayList<>();
      boolean through = false;
      int count = 0;
      for (int k = 0; k < points.length; k++) {
        Piece piece = across ? pieces[k][line] : pieces[line][k];
        if (piece == null || count == STREET_PIECES_MAX) {
          layStreet(street, through);
          street = new ArrayList<>();
          count = 0;
        }
        if (piece != null) {
          append(street, piece);
          through = isThrough(piece);
          count++;
        }
      }
      layStreet(street, through);
    }
  }

  private void append(List<Integer> street, Piece piece) {
    int a = piece.from;
    int b = piece.to;
    if (street.isEmpty()) {
      street.add(a);
    }
    for (Grid.Hit hit :
        network
            .grid()
            .hits(network.x(a), network.y(a), network.x(b), network.y(b), EnumSet.of(Kind.ROAD))) {
      int junction = network.junction(hit.stretch(), hit.share());
      if (!street.contains(junction)) {
        street.add(junction);
      }
    }
    street.add(b);
  }

  private void layStreet(List<Integer> street, boolean through) {
    if (street.size() < 2) {
      return;
    }
    boolean distributor = through && quarter.residents() > 2_500;
    network.add(
        Kind.STREET, Tags.street(distributor ? "tertiary" : "residential", names.street()), street);
  }

  private void layClose(Piece piece) {
    double reach = 0.45 + 0.2 * random.nextDouble();
    boolean turned = random.nextBoolean();
    if (piece.meetsRoad || random.nextDouble() > CLOSES) {
      return;
    }
    int a = turned ? piece.to : piece.from;
    int b = turned ? piece.from : piece.to;
    int end =
        network.point(
            network.x(a) + reach * (network.x(b) - network.x(a)),
            network.y(a) + reach * (network.y(b) - network.y(a)));
    network.add(Kind.STREET, Tags.street("residential", names.close()), List.of(a, end));
  }
}
