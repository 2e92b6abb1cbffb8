package org.doorstep.dispatch.shell.shelf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.proof.TableProof;
import org.doorstep.dispatch.shell.database.Lookout;
import org.doorstep.dispatch.shell.protocol.ProtocolFault;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.shell.protocol.TableGate;
import org.doorstep.dispatch.shell.shelf.Adoption.State;
import org.doorstep.dispatch.shell.shelf.ShelfRefusal.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decision tables of an area: which versions there are, and by which it decides now.
 *
 * <p>A change through this node counts when the call returns; changes of other nodes are seen by
 * {@link #look}, once a second. While the database is away the tables last read go on to decide.
 *
 * <p>Thread-safe; {@link #running} and {@link #view} never block, all else does.
 */
public final class ProtocolShelf implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProtocolShelf.class);
  private static final Actor SERVER = Actor.system("protocol");

  private final ShelfStore store;
  private final InstantSource clock;
  private final Lookout lookout;

  /** What was read, and the tables made of it: replaced together. */
  private record Shown(ShelfView view, RunningTables running) {}

  // Replaced as a whole while this is held; read by any thread.
  private volatile Shown shown = new Shown(ShelfView.EMPTY, RunningTables.shipped());

  /** A shelf that has not looked yet. */
  public ProtocolShelf(ShelfStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.lookout =
        new Lookout(
            "protocol-shelf",
            this::look,
            "The shelf cannot be read just now; the tables known go on to decide.");
  }

  /**
   * Puts the tables that ship on the shelf, adopts them where the area has adopted none that this
   * program can ask, and from then on looks by itself.
   *
   * @throws ShelfFault if the shelf cannot be read
   */
  public void start() {
    for (TableKind kind : ProtocolFiles.SHIPPED) {
      putShipped(kind);
    }
    take(store.append(this::shippedWhereNeeded));
    lookout.start();
  }

  /** The tables by which the area decides now; never blocks. */
  public RunningTables running() {
    return shown.running();
  }

  /** All versions and adoptions as last read; never blocks. */
  public ShelfView view() {
    return shown.view();
  }

  /** Looks whether another node has changed anything. */
  public synchronized void look() {
    if (store.revision() != shown.view().revision()) {
      take(store.read());
    }
  }

  /**
   * Puts a version on the shelf, without anything being decided by it.
   *
   * @param name of the file, for messages
   * @throws ProtocolFault naming the row, if the table may not be kept: see {@link TableGate}
   * @throws ShelfRefusal if the version's name was used for other bytes
   */
  public TableVersion load(String name, byte[] dmn, Actor by) {
    DecisionTable table = TableGate.load(name, dmn);
    take(store.put(new TableVersion(table, by, now()), dmn));
    return require(table.identity().sha256());
  }

  /**
   * What a version is worth, held against the tables that run now.
   *
   * @throws ShelfRefusal if there is no such version
   */
  public VersionCheck check(String sha256) {
    Shown now = shown;
    TableVersion version = require(sha256);
    return VersionCheck.of(version, now.running());
  }

  /**
   * Has the area decide by a version from now on; going back is an adoption like any other.
   *
   * @param saw the hash of the version that runs, as it was looked at
   * @throws ShelfRefusal if another runs by now, or a rule does not hold
   */
  public Adoption adopt(String sha256, String saw, Actor by, String reason) {
    TableVersion version = require(sha256);
    TableKind kind = version.kind();
    Adoption adoption = new Adoption(kind, sha256, State.RUNNING, now(), by, reason.strip());
    take(store.append(view -> adopting(view, version, saw, adoption)));
    return view().running(kind).orElse(adoption);
  }

  private static List<Adoption> adopting(
      ShelfView view, TableVersion version, String saw, Adoption adoption) {
    String runs = view.running(version.kind()).map(Adoption::sha256).orElse("");
    if (runs.equals(version.sha256())) {
      // The reply to the first asking was lost; nothing is done twice.
      return List.of();
    }
    if (!runs.equals(saw)) {
      throw new ShelfRefusal(
          Kind.OUTDATED,
          "The table (%s) runs by (%s) now; (%s) was looked at.\nMaybe somebody has adopted another version: look at the changes again."
              .formatted(version.kind().id(), head(runs), head(saw)));
    }
    requireRules(version, view.tables());
    List<Adoption> lines = new ArrayList<>(List.of(adoption));
    if (view.shadow(version.kind())
        .filter(it -> it.sha256().equals(version.sha256()))
        .isPresent()) {
      lines.add(
          new Adoption(
              adoption.kind(),
              adoption.sha256(),
              State.SHADOW_ENDED,
              adoption.from(),
              adoption.by(),
              "It decides now."));
    }
    return lines;
  }

  private static void requireRules(TableVersion version, RunningTables running) {
    List<TableProof.Fault> faults = TableGate.adoptionFaults(version.table(), running.care());
    if (!faults.isEmpty()) {
      throw new ShelfRefusal(
          Kind.RULES_BROKEN,
          "The version (%s) of the table (%s) breaks (%d) rules. %s: %s"
              .formatted(
                  version.table().identity().version(),
                  version.kind().id(),
                  faults.size(),
                  faults.get(0).rule(),
                  faults.get(0).sentence()));
    }
  }

  /**
   * Has a version asked in the shadow of the one that runs, in the place of any other of its table.
   *
   * @throws ShelfRefusal if it runs, or no assessment ever asks it
   */
  public Adoption startShadow(String sha256, Actor by, String reason) {
    TableVersion version = require(sha256);
    TableKind kind = version.kind();
    if (kind == TableKind.RESPONSE_PLAN) {
      throw new ShelfRefusal(
          Kind.NEVER_ASKED, "The table (%s) is asked at no assessment.".formatted(kind.id()));
    }
    Adoption adoption = new Adoption(kind, sha256, State.SHADOW, now(), by, reason.strip());
    take(
        store.append(
            view -> {
              if (view.running(kind).filter(it -> it.sha256().equals(sha256)).isPresent()) {
                throw new ShelfRefusal(Kind.IS_RUNNING, "The version runs already.");
              }
              return view.shadow(kind).filter(it -> it.sha256().equals(sha256)).isPresent()
                  ? List.of()
                  : List.of(adoption);
            }));
    return view().shadow(kind).orElse(adoption);
  }

  /** Ends the shadow of a table; what it has shown is kept. */
  public void endShadow(TableKind kind, Actor by, String reason) {
    take(
        store.append(
            view -> {
              Adoption shadow =
                  view.shadow(kind)
                      .orElseThrow(
                          () ->
                              new ShelfRefusal(
                                  Kind.NO_SHADOW,
                                  "No version of the table (%s) is in the shadow."
                                      .formatted(kind.id())));
              return List.of(
                  new Adoption(
                      kind, shadow.sha256(), State.SHADOW_ENDED, now(), by, reason.strip()));
            }));
  }

  /** The file of a version, as it was loaded. */
  public Optional<byte[]> file(String sha256) {
    return store.file(sha256);
  }

  @Override
  public void close() {
    lookout.close();
  }

  private void putShipped(TableKind kind) {
    try {
      TableVersion version = new TableVersion(ProtocolFiles.compiled(kind), SERVER, now());
      store.put(version, ProtocolFiles.bytes(kind));
    } catch (ShelfRefusal e) {
      // The area goes on by what it has adopted: a fault of packing must not stop dispatch.
      LOG.error("A table that ships is not put on the shelf. {}", e.getMessage());
    }
  }

  private List<Adoption> shippedWhereNeeded(ShelfView view) {
    List<Adoption> needed = new ArrayList<>();
    for (TableKind kind : ProtocolFiles.SHIPPED) {
      Optional<Adoption> runs = view.running(kind);
      String why = "Shipped with the program; nothing else was adopted.";
      if (runs.isPresent() && !canAsk(view.version(runs.get()).table())) {
        why =
            "The version adopted before (%s) cannot be asked by this program."
                .formatted(head(runs.get().sha256()));
        LOG.error("Table ({}): {}", kind.id(), why);
        runs = Optional.empty();
      }
      if (runs.isEmpty()) {
        String sha256 = ProtocolFiles.compiled(kind).identity().sha256();
        needed.add(new Adoption(kind, sha256, State.RUNNING, now(), SERVER, why));
      }
    }
    return needed;
  }

  private static boolean canAsk(DecisionTable table) {
    try {
      RunningTables.shipped().with(table);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private synchronized void take(ShelfView view) {
    if (view.revision() < shown.view().revision()) {
      return;
    }
    try {
      shown = new Shown(view, view.tables());
    } catch (IllegalArgumentException e) {
      // A newer program has adopted what this one cannot ask.
      LOG.error("The tables of before go on to decide: {}", e.getMessage());
      shown = new Shown(view, shown.running());
    }
  }

  private TableVersion require(String sha256) {
    return view()
        .find(sha256)
        .orElseThrow(
            () ->
                new ShelfRefusal(
                    Kind.UNKNOWN_VERSION,
                    "No version (%s) is on the shelf.".formatted(head(sha256))));
  }

  private static String head(String sha256) {
    return sha256.substring(0, StrictMath.min(12, sha256.length()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.instant().toEpochMilli());
  }
}
