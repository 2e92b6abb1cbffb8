package org.doorstep.server.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;

/** A server of its own for tests of crews: each takes the next unit of the fleet, and a new job. */
final class CrewStand implements AutoCloseable {
  /** Registered at a practice; the record has plans and an allergy. Invented, as all of them. */
  static final String PATIENT_WITH_PLANS = "9990022178";

  private final TestServer server;
  private final World world;
  private int units = 100;

  CrewStand() throws Exception {
    this(TestServer.start());
  }

  CrewStand(TestServer server) throws Exception {
    this.server = server;
    this.world = new World(server);
  }

  TestServer server() {
    return server;
  }

  World world() {
    return world;
  }

  /** The next unit of the fleet, off shift, with a crew that can sign in. */
  String unit() throws Exception {
    String unit = "A" + ++units;
    world.crew(unit);
    return unit;
  }

  static String userOf(String unit) {
    return "crew-" + unit.toLowerCase(Locale.ROOT);
  }

  /** Somebody of a hospital or service, through the API. */
  TestClient member(String user, Role role, String service) throws Exception {
    server.addMember(user, role, Optional.of(new ServiceId(service)));
    return server.client(user);
  }

  /** The unit's tablet, signed in and on shift. */
  Tablet onShift(Desk stranger, String unit) throws Exception {
    Tablet tablet = Tablet.open(stranger, userOf(unit));
    tablet.isLive();
    signOn(tablet, unit);
    return tablet;
  }

  /** Signs the unit on at its tablet, and waits until the area knows. */
  void signOn(Tablet tablet, String unit) throws Exception {
    tablet.at("#sign-on").click();
    world.await("%s is on shift".formatted(unit), () -> !world.unit(unit).isEmpty());
    tablet.hasSentAll();
  }

  /** Sends the unit to a new incident with a flag and one patient. */
  long send(String unit, String flag) throws Exception {
    long incident =
        world
            .other()
            .command(
                "OpenIncident",
                """
                {"call":{"complaint":"Fall from a chair","narrative":"She cannot stand up. No blood.",
                  "caller":{"name":"Dill Fictive","telephone":"01632 960100"},
                  "patients":[{"name":"Olga Notreal","nhsNumber":"%s","ageYears":86,"sex":"female",
                    "unidentified":false}]},
                 "category":"C3","flags":["%s"],
                 "place":{"lat":51.1932,"lon":0.3028,"label":"Row Street 7"}}"""
                    .formatted(PATIENT_WITH_PLANS, flag))
            .number("incident");
    world.awaitRecommendation(incident, 1);
    World.accepted(
        world
            .other()
            .command(
                "AssignUnit",
                """
                {"incident":%d,"unit":"%s","overrideReason":"LOCAL_KNOWLEDGE",
                 "saw":{"incident":%s,"unit":%s}}"""
                    .formatted(
                        incident,
                        unit,
                        world.incident(incident).get("version"),
                        world.unit(unit).get("version"))));
    return incident;
  }

  /** The desk takes the unit off the incident. */
  void standDown(long incident, String unit) throws Exception {
    World.accepted(
        world
            .other()
            .command(
                "StandDownUnit",
                """
                {"incident":%d,"unit":"%s","reason":"BETTER_UNIT","saw":{"incident":%s,"unit":%s}}"""
                    .formatted(
                        incident,
                        unit,
                        world.incident(incident).get("version"),
                        world.unit(unit).get("version"))));
  }

  /** Waits until the area knows that the unit is free again. */
  void isFree(String unit) throws Exception {
    world.await("%s is free".formatted(unit), () -> world.unit(unit).get("job") == null);
  }

  /** What the crew of the unit has done about the incident, in order, as the log has it. */
  List<String> reported(long incident, String unit) throws Exception {
    return history(incident, "user:" + userOf(unit));
  }

  private List<String> history(long incident, String actor) throws Exception {
    List<String> kinds = new ArrayList<>();
    for (Object each :
        world.other().get("/api/areas/WEST_KENT/incidents/" + incident).list("history")) {
      Map<?, ?> event = (Map<?, ?>) each;
      // Whether it follows from the crew's last step or from the practice's receipt is chance.
      boolean chance = "ResponsibilityEnded".equals(event.get("kind"));
      if (actor.equals(event.get("actor")) && !chance) {
        kinds.add(
            event.get("kind") + (event.get("facts") instanceof Map<?, ?> facts ? code(facts) : ""));
      }
    }
    return kinds;
  }

  /** The one code that tells this event from others of its kind, behind a blank; else nothing. */
  private static String code(Map<?, ?> facts) {
    return Stream.of("stage", "disposition", "reason")
        .map(facts::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(each -> " " + each)
        .orElse("");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
