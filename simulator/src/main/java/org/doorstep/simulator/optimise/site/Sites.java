package org.doorstep.simulator.optimise.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.optimise.site.Site.Origin;
import org.doorstep.simulator.scenario.Base;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.Scenario;

/** The sites of a scenario by number: its bases and posts first, then what is proposed. */
public final class Sites {
  private final List<Site> list;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Sites(List<Site> list) {
    this.list = List.copyOf(list);
    for (Site site : list) {
      if (numbers.put(site.name(), numbers.size()) != null) {
        throw new IllegalArgumentException(
            "The site (%s) must be there once only.".formatted(site.name()));
      }
    }
  }

  /**
   * All sites of a scenario.
   *
   * @param settlements those that are not by a road, or have the name of another site, are left out
   * @param candidates of the user, checked before
   * @param isByRoad whether a road of the map is near
   */
  public static Sites of(
      Scenario scenario,
      List<Base> settlements,
      List<Site> candidates,
      Predicate<GeoPoint> isByRoad) {
    List<Site> sites = new ArrayList<>();
    scenario.fleet().bases().forEach(base -> sites.add(site(base, Origin.BASE)));
    scenario.fleet().posts().ifPresent(all -> all.forEach(p -> sites.add(site(p, Origin.POST))));
    sites.addAll(candidates);
    TreeSet<String> names = new TreeSet<>(sites.stream().map(Site::name).toList());
    for (Base each : settlements) {
      if (isByRoad.test(new GeoPoint(each.lat(), each.lon())) && names.add(each.name())) {
        sites.add(site(each, Origin.SETTLEMENT));
      }
    }
    return new Sites(sites);
  }

  private static Site site(Base base, Origin origin) {
    return new Site(base.name(), base.lat(), base.lon(), origin);
  }

  /** By number. */
  public List<Site> list() {
    return list;
  }

  /** How many there are. */
  public int count() {
    return list.size();
  }

  /** The site of that number. */
  public Site site(int number) {
    return list.get(number);
  }

  /** The number of a site, if there is one of that name. */
  public Optional<Integer> find(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /** The number of a site that the scenario names. */
  public int number(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The site (%s) must be among the sites.".formatted(name)));
  }

  /**
   * The scenario with a post at each site, so that its roads know the drives from all of them. The
   * calls come from the same places as without.
   */
  public Scenario withAllPosts(Scenario scenario) {
    List<Base> posts =
        list.stream().filter(site -> site.origin() != Origin.BASE).map(Site::post).toList();
    return scenario.with(withPosts(scenario.fleet(), posts));
  }

  private static Fleet withPosts(Fleet fleet, List<Base> posts) {
    return new Fleet(
        fleet.bases(),
        fleet.kinds(),
        fleet.lines(),
        Optional.of(posts),
        fleet.changes(),
        fleet.added(),
        fleet.shifts(),
        fleet.absence());
  }
}
