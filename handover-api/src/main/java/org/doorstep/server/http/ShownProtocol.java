package org.doorstep.server.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.TableColumn;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableOrigin;
import org.doorstep.dispatch.protocol.proof.TableChange;
import org.doorstep.dispatch.protocol.proof.TableProof;
import org.doorstep.dispatch.shell.shelf.Adoption;
import org.doorstep.dispatch.shell.shelf.ProtocolShelf;
import org.doorstep.dispatch.shell.shelf.ShelfView;
import org.doorstep.dispatch.shell.shelf.TableVersion;
import org.doorstep.dispatch.shell.shelf.VersionCheck;

/** The shelf of decision tables as the contract has it. */
final class ShownProtocol {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final String today;

  /** All tables of an area. */
  record Overview(String today, boolean mayKeep, List<Table> tables) {}

  /** One table: what runs, what is in the shadow, and all that was there. */
  record Table(
      String table,
      Version running,
      Line since,
      List<String> outputs,
      List<Row> rows,
      Optional<Line> shadow,
      List<Version> versions,
      List<Line> history) {}

  /** A version; unconfirmed once its review is past. */
  record Version(
      String version,
      String sha256,
      TableOrigin origin,
      boolean unconfirmed,
      Optional<Actor> loadedBy,
      Optional<Instant> loadedAt) {}

  /** An adoption. */
  record Line(
      String sha256, String version, Adoption.State state, Instant from, Actor by, String reason) {}

  /** A row with what it asks and gives. */
  record Row(
      String row,
      String words,
      List<Condition> when,
      List<String> then,
      String source,
      String whenMissing) {}

  /** What a version is worth. */
  record Check(
      String table,
      Version version,
      boolean running,
      long inputs,
      int states,
      List<TableProof.Share> rows,
      List<TableProof.Fault> faults,
      TableIdentity against,
      List<Change> changes) {}

  /** Inputs that change from rows to rows. */
  record Change(List<RowSays> before, List<RowSays> after, long inputs, List<Fact> example) {}

  /** A row and what comes out of it. */
  record RowSays(String row, List<String> then, String words) {}

  /** A table that decided although its review is past. */
  record Unconfirmed(String table, String version, String review) {}

  ShownProtocol(Instant now) {
    this.today = LocalDate.ofInstant(now, ZONE).toString();
  }

  Overview overview(ProtocolShelf shelf, boolean mayKeep) {
    ShelfView view = shelf.view();
    return new Overview(
        today,
        mayKeep,
        Stream.of(TableKind.values())
            .flatMap(kind -> view.running(kind).stream().map(since -> table(shelf, kind, since)))
            .toList());
  }

  private Table table(ProtocolShelf shelf, TableKind kind, Adoption since) {
    ShelfView view = shelf.view();
    DecisionTable running = shelf.running().table(kind);
    return new Table(
        kind.id(),
        version(view, running),
        line(view, since),
        running.outputs().stream().map(TableColumn::name).toList(),
        running.rows().stream()
            .map(
                row ->
                    new Row(
                        row.id(),
                        row.words(),
                        row.when(),
                        row.then(),
                        row.source(),
                        row.whenMissing()))
            .toList(),
        view.shadow(kind).map(each -> line(view, each)),
        view.versions().stream()
            .filter(each -> each.table().identity().id().equals(kind.id()))
            .map(each -> version(view, each.table()))
            .toList(),
        view.adoptions().stream()
            .filter(each -> each.kind() == kind)
            .map(each -> line(view, each))
            .toList());
  }

  Check check(ShelfView view, VersionCheck check) {
    DecisionTable table = check.version().table();
    DecisionTable against = view.find(check.against()).map(TableVersion::table).orElse(table);
    return new Check(
        table.identity().id(),
        version(view, table),
        check.against().equals(table.identity()),
        check.proof().inputs(),
        check.proof().states(),
        check.proof().rows(),
        check.faults(),
        check.against(),
        check.changes().stream().map(each -> change(against, table, each)).toList());
  }

  /** Of the tables of a decision those that are past their review. */
  List<Unconfirmed> unconfirmed(ShelfView view, List<RuleUse> rules) {
    return rules.stream()
        .flatMap(use -> view.find(use.sha256()).stream())
        .map(TableVersion::table)
        .filter(table -> table.origin().isReviewOverdue(today))
        .map(
            table ->
                new Unconfirmed(
                    table.identity().id(), table.identity().version(), table.origin().review()))
        .toList();
  }

  private static Change change(DecisionTable before, DecisionTable after, TableChange change) {
    return new Change(
        says(before, change.before()),
        says(after, change.after()),
        change.inputs(),
        change.example());
  }

  private static List<RowSays> says(DecisionTable table, List<String> rows) {
    return table.rows().stream()
        .filter(row -> rows.contains(row.id()))
        .map(row -> new RowSays(row.id(), row.then(), row.words()))
        .toList();
  }

  private Version version(ShelfView view, DecisionTable table) {
    Optional<TableVersion> kept = view.find(table.identity());
    return new Version(
        table.identity().version(),
        table.identity().sha256(),
        table.origin(),
        table.origin().isReviewOverdue(today),
        kept.map(TableVersion::loadedBy),
        kept.map(TableVersion::loadedAt));
  }

  private static Line line(ShelfView view, Adoption adoption) {
    return new Line(
        adoption.sha256(),
        view.find(adoption.sha256())
            .map(each -> each.table().identity().version())
            .orElse("not on the shelf"),
        adoption.state(),
        adoption.from(),
        adoption.by(),
        adoption.reason());
  }
}
