package org.doorstep.simulator.optimise.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.simulator.optimise.site.Site;
import org.doorstep.simulator.optimise.site.Sites;
import org.doorstep.simulator.scenario.Base;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterChange;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.scenario.Scenario;

/**
 * The crews of a scenario and the sites where they could wait, and what the scenario becomes under
 * a plan: shifts, bases and everything else stay as they are. Immutable.
 */
public final class Posting {
  private static final int CALL_SIGN_MAX = 12;
  private static final int PARTS_MAX = 26;

  private final Scenario scenario;
  private final Sites sites;
  private final List<CrewSlot> crews = new ArrayList<>();

  /** Of a scenario, all of whose bases and posts are among the sites. */
  public Posting(Scenario scenario, Sites sites) {
    this.scenario = scenario;
    this.sites = sites;
    List<RosterLine> roster = scenario.fleet().roster();
    for (int line = 0; line < roster.size(); line++) {
      for (int i = 0; i < roster.get(line).crews(); i++) {
        crews.add(CrewSlot.of(line, roster.get(line), scenario.fleet()));
      }
    }
  }

  List<CrewSlot> crews() {
    return crews;
  }

  /** The sites. */
  public Sites sites() {
    return sites;
  }

  /** Where crews wait as the scenario has it. */
  public PostPlan asItIs() {
    return new PostPlan(crews.stream().map(crew -> sites.number(crew.roster().waitsAt())).toList());
  }

  /** The sites of a plan that are no base, in the order of their numbers. */
  public List<Site> posts(PostPlan plan) {
    return new TreeSet<>(plan.siteOf())
        .stream().map(sites::site).filter(site -> site.origin() != Site.Origin.BASE).toList();
  }

  /** Where crews wait and how many, in the order of sites. */
  public Map<String, Integer> crewsAt(PostPlan plan) {
    Map<String, Integer> at = new LinkedHashMap<>();
    for (int number : new TreeSet<>(plan.siteOf())) {
      int waiting = (int) plan.siteOf().stream().filter(site -> site == number).count();
      at.put(sites.site(number).name(), waiting);
    }
    return at;
  }

  /** The scenario under a plan; the same scenario where nothing is changed. */
  public Scenario under(PostPlan plan) {
    return plan.equals(asItIs()) ? scenario : scenario.with(fleet(plan));
  }

  private Fleet fleet(PostPlan plan) {
    Fleet fleet = scenario.fleet();
    Map<String, RosterChange> changes = new LinkedHashMap<>(fleet.changes().orElse(Map.of()));
    List<RosterLine> added = new ArrayList<>();
    List<RosterLine> roster = fleet.roster();
    TreeSet<String> callSigns = new TreeSet<>(roster.stream().map(RosterLine::callSign).toList());
    for (int line = 0; line < roster.size(); line++) {
      List<RosterLine> parts = parts(roster.get(line), line, plan, callSigns);
      boolean original = line < fleet.lines().size();
      if (!original) {
        added.addAll(parts);
      } else if (!parts.equals(List.of(roster.get(line)))) {
        changes.put(roster.get(line).callSign(), changed(parts.get(0), roster.get(line), changes));
        added.addAll(parts.subList(1, parts.size()));
      }
    }
    List<Base> posts = posts(plan).stream().map(Site::post).toList();
    return new Fleet(
        fleet.bases(),
        fleet.kinds(),
        fleet.lines(),
        posts.isEmpty() ? Optional.empty() : Optional.of(posts),
        changes.isEmpty() ? Optional.empty() : Optional.of(changes),
        added.isEmpty() ? Optional.empty() : Optional.of(added),
        fleet.shifts(),
        fleet.absence());
  }

  private static RosterChange changed(
      RosterLine part, RosterLine whole, Map<String, RosterChange> before) {
    Optional<RosterChange> old = Optional.ofNullable(before.get(part.callSign()));
    return new RosterChange(
        part.crews() == whole.crews()
            ? old.flatMap(RosterChange::crews)
            : Optional.of(part.crews()),
        old.flatMap(RosterChange::base),
        part.post(),
        old.flatMap(RosterChange::from),
        old.flatMap(RosterChange::hours),
        old.flatMap(RosterChange::weekdays));
  }

  /** A line as many lines, one for each site; those who stay keep the call sign. */
  private List<RosterLine> parts(
      RosterLine line, int number, PostPlan plan, Set<String> callSigns) {
    Map<Integer, Integer> crewsBySite = new LinkedHashMap<>();
    int stays = sites.number(line.waitsAt());
    crewsBySite.put(stays, 0);
    for (int crew = 0; crew < crews.size(); crew++) {
      if (crews.get(crew).line() == number) {
        crewsBySite.merge(plan.siteOf().get(crew), 1, Integer::sum);
      }
    }
    crewsBySite.values().removeIf(crewsThere -> crewsThere == 0);
    List<RosterLine> parts = new ArrayList<>();
    for (Map.Entry<Integer, Integer> each : crewsBySite.entrySet()) {
      Optional<String> post =
          each.getKey() == stays ? line.post() : Optional.of(sites.site(each.getKey()).name());
      String callSign = parts.isEmpty() ? line.callSign() : another(line.callSign(), callSigns);
      parts.add(
          new RosterLine(
              callSign,
              line.kind(),
              line.base(),
              each.getValue(),
              line.from(),
              line.hours(),
              line.weekdays(),
              post));
    }
    return parts.isEmpty() ? List.of(line) : parts;
  }

  /** A call sign that nobody has: the line's with a letter. */
  private static String another(String callSign, Set<String> taken) {
    String stem = callSign.substring(0, Math.min(callSign.length(), CALL_SIGN_MAX - 1));
    for (int letter = 1; letter < PARTS_MAX; letter++) {
      String tried = stem + (char) ('A' + letter);
      if (taken.add(tried)) {
        return tried;
      }
    }
    throw new IllegalStateException(
        "The line (%s) has more parts than there are letters.".formatted(callSign));
  }
}
