package org.doorstep.dispatch.policy.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.FleetReview.FleetAdvice;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.Verdict;
import org.doorstep.dispatch.policy.Ranking;
import org.doorstep.dispatch.policy.area.AreaModel.Weighing;
import org.doorstep.dispatch.policy.area.Columns.State;
import org.doorstep.dispatch.policy.urgency.Urgency;

/**
 * Weighs all waiting patients, all units and cover at once. What it keeps between questions is room
 * to work in; one thread.
 */
final class Weigher {
  private static final int ASKED = 0;
  private static final double SECONDS_PER_MINUTE = 60;

  /** What is gained where the alternative is that nobody comes. */
  private static final double GAIN_MINUTES_MAX = 100_000;

  private final String hash;
  private final Weighing weighing;
  private final Urgency urgency;
  private final Columns units = new Columns();
  private final Rows rows = new Rows();
  private final CostTable table;
  private final Optional<CoverNow> cover;
  private final Optional<FleetMoves> moves;

  Weigher(String hash, Weighing weighing) {
    this.hash = hash;
    this.weighing = weighing;
    urgency = Urgency.of(weighing.rules().urgency());
    table = new CostTable(weighing.rules());
    cover = weighing.cover().map(each -> new CoverNow(each, weighing.stages()));
    moves = cover.map(each -> new FleetMoves(each, weighing.rules().moves()));
  }

  Recommended recommend(Question question) {
    Situation situation = question.situation();
    fillUnits(situation);
    rows.clear(units.size());
    rows.addLacking(
        question.asked(),
        new Rows.Drives(question.quotes(), ruralExtra(situation.picture().zone())),
        urgency,
        units,
        situation.now());
    for (OtherDrives other : situation.picture().others()) {
      if (!other.incident().equals(question.asked().incident().id())) {
        addOther(situation, other, true);
      }
    }
    table.solve(rows, units);
    CandidateList list = new CandidateList(table, rows, units, weighing.stages(), question);
    List<Candidate> candidates = list.list();
    return new Recommended(
        new Ranking(DispatchPolicy.NAME, candidates, list.listExcluded()),
        Optional.of(advice(candidates)));
  }

  private void fillUnits(Situation situation) {
    units.fill(situation.units(), situation.now());
    cover.ifPresent(each -> each.fill(situation, units));
  }

  private double ruralExtra(int zone) {
    return cover
        .map(each -> urgency.ruralExtra(each.model().ground().baseMinutes(zone)))
        .orElse(0.0);
  }

  private void addOther(Situation situation, OtherDrives other, boolean withLacking) {
    Optional<OpenCall> call = situation.find(other.incident());
    if (call.isEmpty()) {
      return;
    }
    Rows.Drives drives = new Rows.Drives(other.quotes(), ruralExtra(other.zone()));
    if (call.get().unmet().isEmpty()) {
      rows.addUnderWay(call.get(), drives, urgency, units, situation.now());
    } else if (withLacking) {
      rows.addLacking(call.get(), drives, urgency, units, situation.now());
    }
  }

  private Advice advice(List<Candidate> candidates) {
    Optional<ExchangeAdvice> exchange = exchangeForAsked(candidates);
    // Who is only likely to be free soon stands in the list, and cannot be sent.
    boolean couldSend =
        candidates.stream().anyMatch(each -> units.isSendable(units.find(each.unit())));
    Verdict verdict =
        couldSend && table.columnOf(ASKED) != CostTable.WAITS
            ? Verdict.SEND
            : couldSend || exchange.isPresent() ? Verdict.HOLD : Verdict.NOBODY;
    return new Advice(verdict, hash, Optional.empty(), exchange);
  }

  /** Where the unit chosen is on its way to somebody else to whom a free unit then goes. */
  private Optional<ExchangeAdvice> exchangeForAsked(List<Candidate> candidates) {
    int leaves = table.columnOf(ASKED);
    if (leaves == CostTable.WAITS || units.state(leaves) != State.UNDER_WAY) {
      return Optional.empty();
    }
    int left = rows.rowOfUnderWay(leaves);
    if (!table.isExchanged(left)) {
      return Optional.empty();
    }
    int comes = table.columnOf(left);
    double instead =
        candidates.stream()
            .mapToInt(each -> units.find(each.unit()))
            .filter(column -> units.state(column) == State.FREE)
            .mapToDouble(column -> table.price(ASKED, column))
            .min()
            .orElseGet(() -> table.waitPrice(ASKED));
    return exchange(left, comes, Optional.of(rows.row(ASKED).incident().id()), instead);
  }

  private Optional<ExchangeAdvice> exchange(
      int row, int comes, Optional<IncidentId> onto, double gainMinutes) {
    int leaves = rows.row(row).underWay();
    long gainSeconds = (long) (Math.min(gainMinutes, GAIN_MINUTES_MAX) * SECONDS_PER_MINUTE);
    if (gainSeconds <= 0) {
      return Optional.empty();
    }
    double later = table.driveMinutes(row, comes) - table.driveMinutes(row, leaves);
    Exchange exchange =
        new Exchange(
            rows.row(row).incident().id(), units.unit(leaves).id(), units.unit(comes).id(), onto);
    return Optional.of(
        new ExchangeAdvice(exchange, gainSeconds, (long) (later * SECONDS_PER_MINUTE)));
  }

  ReviewedFleet review(Situation situation, FleetWatch watch) {
    fillUnits(situation);
    rows.clear(units.size());
    for (OtherDrives other : situation.picture().others()) {
      addOther(situation, other, false);
    }
    table.solve(rows, units);
    List<ExchangeAdvice> exchanges = new ArrayList<>();
    for (int row = 0; row < rows.size() && exchanges.size() < FleetAdvice.MOVES_MAX; row++) {
      if (table.isExchanged(row)) {
        int comes = table.columnOf(row);
        double gain = table.cost(row, rows.row(row).underWay()) - table.cost(row, comes);
        exchange(row, comes, Optional.empty(), gain).ifPresent(exchanges::add);
      }
    }
    if (moves.isEmpty()) {
      return new ReviewedFleet(
          DispatchPolicy.NAME, 0, new FleetAdvice(List.of(), exchanges, List.of()));
    }
    FleetMoves search = moves.get();
    search.begin(situation, units, watch);
    return new ReviewedFleet(
        DispatchPolicy.NAME,
        search.uncoveredTenThousandths(),
        new FleetAdvice(search.list(), exchanges, search.listBreaks()));
  }
}
