package org.doorstep.server.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.reference.FleetUnit;
import org.doorstep.dispatch.shell.reference.Practice;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.doorstep.simulator.demo.DemoSettings;

/**
 * The users of a demo: people by role, a crew for each unit, and the virtual desk. None has a
 * password; all sign in by links that are made anew at each start.
 *
 * @param people the role or call sign in words, and the secret of its link
 * @param secrets of the virtual people's links; never printed
 */
record DemoUsers(Map<String, String> people, DemoSettings.Secrets secrets) {
  private static final Duration LINKS_GOOD_FOR = Duration.ofHours(24);
  private static final Duration DRIVER_LINKS_GOOD_FOR = Duration.ofDays(366);
  private static final int USES_MAX = 10_000;
  private static final int NUMBERS = 1_000;
  private static final int NAMES = 100;
  private static final String VIRTUAL_DESK = "virtual-desk";
  private static final String VIRTUAL_HUB = DemoSettings.HUB_USER;

  DemoUsers {
    people = new LinkedHashMap<>(people);
  }

  static DemoUsers enrol(DoorstepServer.Running running, Instant now) {
    Map<String, String> people = new LinkedHashMap<>();
    person(running, people, now, "desk", "demo-desk", Role.DESK);
    person(running, people, now, "desk, a second", "demo-desk-2", Role.DESK);
    person(running, people, now, "admin", "demo-admin", Role.ADMIN);
    person(running, people, now, "hub", "demo-hub", Role.HUB);
    person(running, people, now, "planner", "demo-planner", Role.PLANNER);
    member(running, people, now, Role.PRACTICE, "PRACTICE-1");
    member(running, people, now, Role.HOSPITAL, "MAIDSTONE-ED");
    member(running, people, now, Role.SERVICE, "URGENT-COMMUNITY");
    Instant driverUntil = now.plus(DRIVER_LINKS_GOOD_FOR);
    Map<String, String> crews = new TreeMap<>();
    for (FleetUnit unit : running.reference().fleet()) {
      String user = "crew-" + unit.unit().value().toLowerCase(Locale.ROOT);
      put(running, user, Role.CREW, Optional.of(unit.unit()));
      people.put("crew " + unit.unit().value(), link(running, user, now.plus(LINKS_GOOD_FOR)));
      crews.put(unit.unit().value(), link(running, user, driverUntil));
    }
    put(running, VIRTUAL_DESK, Role.DESK, Optional.empty());
    put(running, VIRTUAL_HUB, Role.HUB, Optional.empty());
    return new DemoUsers(
        people,
        new DemoSettings.Secrets(
            link(running, VIRTUAL_DESK, driverUntil),
            link(running, VIRTUAL_HUB, driverUntil),
            crews,
            members(running, driverUntil)));
  }

  /** Somebody virtual at each practice, hospital and service. */
  private static Map<String, String> members(DoorstepServer.Running running, Instant until) {
    Map<String, String> secrets = new TreeMap<>();
    for (Service service : running.directory().services().services()) {
      boolean acute =
          service.meets(CareNeed.EMERGENCY) || service.meets(CareNeed.SAME_DAY_EMERGENCY_CARE);
      Role role = acute ? Role.HOSPITAL : Role.SERVICE;
      secrets.put(service.id().value(), virtual(running, role, service.id(), until));
    }
    for (Practice practice : running.directory().practices().practices()) {
      secrets.put(practice.id().value(), virtual(running, Role.PRACTICE, practice.id(), until));
    }
    return secrets;
  }

  private static String virtual(
      DoorstepServer.Running running, Role role, ServiceId service, Instant until) {
    String user = "virtual-" + service.value().toLowerCase(Locale.ROOT);
    put(running, user, role, service);
    return link(running, user, until);
  }

  /** The links for people, one a line. */
  String table(String address) {
    List<String> lines = new ArrayList<>();
    lines.add("Doorstep demo at " + address);
    lines.add("Sign in by one of these links, good for 24 hours:");
    people.forEach(
        (who, secret) -> lines.add("  %-26s %s/sign-in#%s".formatted(who, address, secret)));
    lines.add("Stop with Ctrl-C; the next start goes on from here.");
    return String.join("\n", lines);
  }

  private static void person(
      DoorstepServer.Running running,
      Map<String, String> people,
      Instant now,
      String words,
      String user,
      Role role) {
    put(running, user, role, Optional.empty());
    people.put(words, link(running, user, now.plus(LINKS_GOOD_FOR)));
  }

  /** Somebody of a practice, hospital or service, who sees the patients that are sent to it. */
  private static void member(
      DoorstepServer.Running running,
      Map<String, String> people,
      Instant now,
      Role role,
      String service) {
    String user = "demo-" + role.word();
    put(running, user, role, new ServiceId(service));
    people.put(role.word() + " " + service, link(running, user, now.plus(LINKS_GOOD_FOR)));
  }

  private static void put(
      DoorstepServer.Running running, String name, Role role, Optional<UnitId> unit) {
    User user = new User(name, List.of(role), List.of(running.area()), unit);
    boolean signs = role == Role.CREW || role == Role.HUB;
    running.users().put(signs ? user.signing(signature(name)) : user, Optional.empty());
  }

  private static void put(
      DoorstepServer.Running running, String user, Role role, ServiceId service) {
    List<AreaId> areas = List.of(running.area());
    User member =
        new User(
            user, List.of(role), areas, Optional.empty(), Optional.of(service), Optional.empty());
    running.users().put(member, Optional.empty());
  }

  /** Nobody's: the number follows from the login, in a form that the register has. */
  private static String signature(String login) {
    int number = Math.floorMod(login.hashCode(), NUMBERS);
    return "Sam Demo %d, Paramedic, HCPC PA%06d".formatted(number % NAMES, number);
  }

  private static String link(DoorstepServer.Running running, String user, Instant until) {
    return running.sessions().makeLink(user, until, USES_MAX);
  }

  @Override
  public String toString() {
    return "DemoUsers[masked]";
  }
}
