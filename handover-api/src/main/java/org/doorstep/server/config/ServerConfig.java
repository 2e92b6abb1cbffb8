package org.doorstep.server.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.shell.cluster.ClusterSettings;

/**
 * How a server runs. Keys in the file are the same words, lower-case with dashes; {@code
 * config/defaults.yaml} says what each means, its unit, range and default.
 *
 * <p>Holds no secret: passwords and keys lie in files that it names.
 *
 * @param data the folder for everything that this server keeps
 * @param map the folder that import-map has made; absent: synthetic roads under {@code data}
 * @param roads how the roads of the map are driven
 * @param area a file with the area's stations and fleet; absent: West Kent, with its services,
 *     practices and invented patients
 * @param records where what practices know of a patient is read before the decision
 * @param dispatch how units are sent and moved
 * @param masterKey the file of the key that seals patient data, or {@code env:} and the name of an
 *     environment variable that holds it; absent: a file under {@code data}
 * @param planner how much of this machine planners may use
 * @param cluster the other nodes over the same database, if there are any
 */
public record ServerConfig(
    String data,
    Listen listen,
    DatabaseSettings database,
    Optional<String> map,
    Roads roads,
    Optional<String> area,
    DirectoryFiles directory,
    Records records,
    Dispatch dispatch,
    Optional<String> masterKey,
    Sessions sessions,
    Bars bars,
    PlannerSettings planner,
    ClusterSettings cluster) {
  private static final String ENVIRONMENT = "env:";

  /**
   * Where the server listens.
   *
   * @param host a name or address of this machine
   * @param port 0 to 65535; 0 takes any that is free
   * @param allowPlain lets other machines in without TLS, for a proxy in front that adds it
   */
  public record Listen(String host, int port, Optional<Tls> tls, boolean allowPlain) {
    private static final int PORT_MAX = 65_535;

    public Listen {
      if (port < 0 || port > PORT_MAX) {
        throw new IllegalArgumentException("The port (%d) must be in [0, 65535].".formatted(port));
      }
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
      return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
  }

  /** Files in PEM form. */
  public record Tls(String certificate, String key) {}

  /**
   * How the roads of the map are driven.
   *
   * @param speeds a file of learned speeds and speeds by the hour, see {@code SpeedFile}; absent:
   *     the map's own speeds at all times
   * @param timeZone where the roads are, such as {@code Europe/London}
   * @param blueLightKeepsTurnBans whether forbidden turns are kept to on blue lights as well
   * @param turnRoundSeconds what it costs to turn round, 0 to 600
   */
  public record Roads(
      Optional<String> speeds,
      String timeZone,
      boolean blueLightKeepsTurnBans,
      int turnRoundSeconds) {
    private static final int TURN_ROUND_SECONDS_MAX = 600;

    public Roads {
      if (turnRoundSeconds < 0 || turnRoundSeconds > TURN_ROUND_SECONDS_MAX) {
        throw new IllegalArgumentException(
            "The turn-round-seconds (%d) must be in [0, 600].".formatted(turnRoundSeconds));
      }
      if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
        throw new IllegalArgumentException(
            "The time-zone (%s) must be one like Europe/London.".formatted(timeZone));
      }
    }

    /** The time zone. */
    public ZoneId zone() {
      return ZoneId.of(timeZone);
    }
  }

  /**
   * How units are sent and moved.
   *
   * @param rules a file of the shape of {@code west-kent/dispatch-rules.json}; absent: the
   *     engineering defaults, which need clinical approval
   * @param settlements a file of the shape of {@code west-kent/settlements.json}: where calls come
   *     from; absent: those of West Kent in West Kent, else cover is left aside
   * @param demand a file of the shape of {@code west-kent/demand.json}: how many calls come when;
   *     given with {@code settlements} only
   */
  public record Dispatch(
      Optional<String> rules, Optional<String> settlements, Optional<String> demand) {
    public Dispatch {
      if (settlements.isPresent() != demand.isPresent()) {
        throw new IllegalArgumentException(
            "The settlements (%s) and the demand (%s) must be given together."
                .formatted(settlements.orElse("absent"), demand.orElse("absent")));
      }
    }
  }

  /**
   * Who takes patients on in a site's own area.
   *
   * @param services a file of the shape of {@code west-kent/services.json}; absent: none
   * @param practices a file of the shape of {@code west-kent/practices.json}; absent: none
   */
  public record DirectoryFiles(Optional<String> services, Optional<String> practices) {}

  /**
   * Where what practices know of a patient is read: a FHIR R4 server.
   *
   * @param baseUrl its address; absent: our own store of invented patients in West Kent, in a
   *     site's own area nothing
   * @param tokenFile a bearer token to show
   * @param timeoutMillis for a whole summary, 200 to 10000
   * @param freshSeconds for how long what was read counts as read just now, 0 to 3600
   * @param keepDays for how long the last good copy is kept, 1 to 90
   */
  public record Records(
      Optional<String> baseUrl,
      Optional<String> tokenFile,
      int timeoutMillis,
      int freshSeconds,
      int keepDays) {
    private static final int TIMEOUT_MILLIS_MIN = 200;
    private static final int TIMEOUT_MILLIS_MAX = 10_000;
    private static final int FRESH_SECONDS_MAX = 3_600;
    private static final int KEEP_DAYS_MAX = 90;

    public Records {
      require("timeout-millis", timeoutMillis, TIMEOUT_MILLIS_MIN, TIMEOUT_MILLIS_MAX);
      require("fresh-seconds", freshSeconds, 0, FRESH_SECONDS_MAX);
      require("keep-days", keepDays, 1, KEEP_DAYS_MAX);
      // Words about patients and a token go no further than this machine without TLS.
      String form =
          "https://[^\\s?#/]+[^\\s?#]*|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/[^\\s?#]*)?";
      if (baseUrl.filter(given -> !given.matches(form)).isPresent()) {
        throw new IllegalArgumentException(
            "The base-url must begin with https://, or with http:// for this machine only.");
      }
    }

    private static void require(String key, int value, int least, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            "The %s (%d) must be in [%d, %d].".formatted(key, value, least, most));
      }
    }
  }

  /**
   * The database.
   *
   * @param url a JDBC URL without password; absent: the bundled PostgreSQL under {@code data}
   */
  public record DatabaseSettings(
      Optional<String> url, Optional<String> user, Optional<String> passwordFile) {}

  /**
   * How long a sign-in lasts.
   *
   * @param idleMinutes without any request, 1 to 720
   * @param absoluteHours altogether, 1 to 24
   */
  public record Sessions(int idleMinutes, int absoluteHours) {
    private static final int IDLE_MINUTES_MAX = 720;
    private static final int ABSOLUTE_HOURS_MAX = 24;

    public Sessions {
      require("idle-minutes", idleMinutes, IDLE_MINUTES_MAX);
      require("absolute-hours", absoluteHours, ABSOLUTE_HOURS_MAX);
    }

    private static void require(String key, int value, int most) {
      if (value < 1 || value > most) {
        throw new IllegalArgumentException(
            "The %s (%d) must be in [1, %d].".formatted(key, value, most));
      }
    }
  }

  /**
   * Messages from and to other systems.
   *
   * @param requireToken whether they must show a token
   * @param tokensFile one line a system: its name, a space, its token of 32 characters or more
   * @param sender who our own messages come from
   * @param receivers services, hospitals and practices that take messages; all others have pages
   *     here
   * @param systems for which services a system of the tokens file speaks
   * @param profiles a folder of profiles that our messages are held to before they leave
   * @param alarmMinutes how long the oldest message may be without an end before an alarm, 1 to
   *     1,440; an engineering default that needs clinical approval
   */
  public record Bars(
      boolean requireToken,
      Optional<String> tokensFile,
      Sender sender,
      List<Receiver> receivers,
      List<BarsSystem> systems,
      Optional<String> profiles,
      int alarmMinutes) {
    private static final int ALARM_MINUTES_MAX = 1_440;

    public Bars {
      if (alarmMinutes < 1 || alarmMinutes > ALARM_MINUTES_MAX) {
        throw new IllegalArgumentException(
            "The key (bars.alarm-minutes) is (%d), which must be in [1, %d]."
                .formatted(alarmMinutes, ALARM_MINUTES_MAX));
      }
      receivers = List.copyOf(receivers);
      systems = List.copyOf(systems);
    }
  }

  /**
   * Who our own messages come from.
   *
   * @param odsCode of the trust
   * @param dosId of the service through which answers reach us, digits
   * @param invented whether there is no such trust; its messages are marked as test data
   */
  public record Sender(String odsCode, String name, String dosId, boolean invented) {}

  /**
   * A system that takes messages.
   *
   * @param service its name in the directory
   * @param uri where messages are posted
   * @param tokenFile the token to show, if it asks for one
   */
  public record Receiver(String service, String uri, Optional<String> tokenFile) {
    public Receiver {
      if (!uri.matches("https?://[^\\s]+")) {
        throw new IllegalArgumentException(
            "The uri of the receiver (%s) must begin with https:// or http://.".formatted(service));
      }
    }
  }

  /**
   * That a system speaks for a service: it sends its requests, reads them, and answers for it.
   *
   * @param name as in the tokens file
   * @param service digits of the directory of services, or a name of our own directory
   * @param uri where it is told what becomes of its requests; absent: it reads that here
   * @param tokenFile the token to show there, if it asks for one
   */
  public record BarsSystem(
      String name, String service, Optional<String> uri, Optional<String> tokenFile) {
    public BarsSystem {
      if (!service.matches("[A-Za-z0-9-]{1,40}")) {
        throw new IllegalArgumentException(
            "The service of the system (%s) must be of digits, or a name of the directory."
                .formatted(name));
      }
      if (uri.filter(given -> !given.matches("https?://[^\\s]+")).isPresent()) {
        throw new IllegalArgumentException(
            "The uri of the system (%s) must begin with https:// or http://.".formatted(name));
      }
    }
  }

  /**
   * Checks what no single key can know.
   *
   * @throws ConfigFault naming the keys and the rule
   */
  public ServerConfig {
    if (!listen.isLoopback() && listen.tls().isEmpty() && !listen.allowPlain()) {
      throw new ConfigFault(
          "The key (listen.host) is (%s), which other machines reach; that needs (listen.tls)."
                  .formatted(listen.host())
              + "\nMaybe a proxy in front adds TLS: then set (listen.allow-plain).");
    }
    if (database.url().isPresent() != database.user().isPresent()) {
      throw new ConfigFault("The keys (database.url) and (database.user) go together.");
    }
    if (cluster.enabled()) {
      requireShared(database, masterKey);
    }
    if (bars.requireToken() && bars.tokensFile().isPresent()) {
      requireFile("bars.tokens-file", bars.tokensFile().get());
    }
    requireFiles(bars);
    requireFiles(cluster);
    records.tokenFile().ifPresent(file -> requireFile("records.token-file", file));
    database.passwordFile().ifPresent(file -> requireFile("database.password-file", file));
    area.ifPresent(file -> requireFile("area", file));
    directory.services().ifPresent(file -> requireFile("directory.services", file));
    directory.practices().ifPresent(file -> requireFile("directory.practices", file));
    if (area.isEmpty() && directory.services().or(directory::practices).isPresent()) {
      throw new ConfigFault("The key (directory) goes with a site's own (area) only.");
    }
    listen
        .tls()
        .ifPresent(
            tls -> {
              requireFile("listen.tls.certificate", tls.certificate());
              requireFile("listen.tls.key", tls.key());
            });
  }

  /** The folder for everything that this server keeps. */
  public Path dataFolder() {
    return Path.of(data).toAbsolutePath().normalize();
  }

  /** The folder of the map. */
  public Path mapFolder() {
    return map.map(Path::of).orElseGet(() -> dataFolder().resolve("map"));
  }

  /** The file of the master key. */
  public Path masterKeyFile() {
    return masterKey.map(Path::of).orElseGet(() -> dataFolder().resolve("master.key"));
  }

  /** The variable of the environment that holds the master key, where one does. */
  public Optional<String> masterKeyVariable() {
    return masterKey.filter(where -> where.startsWith(ENVIRONMENT)).map(ServerConfig::nameOf);
  }

  private static String nameOf(String where) {
    return where.substring(ENVIRONMENT.length());
  }

  private static void requireShared(DatabaseSettings database, Optional<String> masterKey) {
    if (database.url().isEmpty()) {
      throw new ConfigFault(
          "The key (cluster.enabled) is (true), but nodes need one database: name it in (database.url).");
    }
    if (masterKey.isEmpty()) {
      throw new ConfigFault(
          "The key (cluster.enabled) is (true), but each node would make a key that the others lack:"
              + " name the same (master-key) for all.");
    }
    if (!masterKey.get().startsWith(ENVIRONMENT)) {
      requireFile("master-key", masterKey.get());
    }
  }

  private static void requireFiles(Bars bars) {
    bars.receivers()
        .forEach(
            receiver ->
                receiver.tokenFile().ifPresent(file -> requireFile("bars.receivers", file)));
    bars.systems()
        .forEach(system -> system.tokenFile().ifPresent(file -> requireFile("bars.systems", file)));
    bars.profiles().ifPresent(folder -> requireFile("bars.profiles", folder));
  }

  private static void requireFiles(ClusterSettings cluster) {
    cluster
        .tls()
        .filter(tls -> cluster.enabled())
        .ifPresent(
            tls -> {
              requireFile("cluster.tls.certificate", tls.certificate());
              requireFile("cluster.tls.key", tls.key());
              requireFile("cluster.tls.authority", tls.authority());
            });
  }

  private static void requireFile(String key, String file) {
    if (!Files.isReadable(Path.of(file))) {
      throw new ConfigFault("The key (%s) names (%s), which cannot be read.".formatted(key, file));
    }
  }
}
