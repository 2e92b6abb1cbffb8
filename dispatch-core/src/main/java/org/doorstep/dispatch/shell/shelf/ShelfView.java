package org.doorstep.dispatch.shell.shelf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.shelf.Adoption.State;

/**
 * The shelf as it was read at one moment.
 *
 * @param revision greater after each change
 * @param versions every one that was ever loaded, oldest first
 * @param adoptions of the area, oldest first
 */
public record ShelfView(long revision, List<TableVersion> versions, List<Adoption> adoptions) {
  /** A shelf on which nothing was ever put. */
  static final ShelfView EMPTY = new ShelfView(-1, List.of(), List.of());

  public ShelfView {
    versions = List.copyOf(versions);
    adoptions = List.copyOf(adoptions);
  }

  /** A version by its hash. */
  public Optional<TableVersion> find(String sha256) {
    return versions.stream().filter(each -> each.sha256().equals(sha256)).findFirst();
  }

  /** The very version that a decision names. */
  public Optional<TableVersion> find(TableIdentity identity) {
    return find(identity.sha256()).filter(each -> each.table().identity().equals(identity));
  }

  /** Since when, by whom and why the version runs that runs now. */
  public Optional<Adoption> running(TableKind kind) {
    return last(kind, State.RUNNING);
  }

  /** The version in the shadow of the one that runs. */
  public Optional<Adoption> shadow(TableKind kind) {
    return last(kind, State.SHADOW, State.SHADOW_ENDED)
        .filter(each -> each.state() == State.SHADOW);
  }

  /** Every version in a shadow. */
  public List<TableVersion> shadows() {
    return Stream.of(TableKind.values())
        .flatMap(kind -> shadow(kind).stream())
        .map(this::version)
        .toList();
  }

  TableVersion version(Adoption adoption) {
    return versions.stream()
        .filter(each -> each.is(adoption.kind(), adoption.sha256()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("What is adopted is on the shelf."));
  }

  /** The tables of those versions that run; what ships where none does. */
  RunningTables tables() {
    RunningTables tables = RunningTables.shipped();
    for (TableKind kind : TableKind.values()) {
      Optional<Adoption> adopted = running(kind);
      if (adopted.isPresent()) {
        tables = tables.with(version(adopted.get()).table());
      }
    }
    return tables;
  }

  private Optional<Adoption> last(TableKind kind, State... states) {
    return adoptions.stream()
        .filter(each -> each.kind() == kind && Stream.of(states).anyMatch(each.state()::equals))
        .reduce((before, after) -> after);
  }
}
