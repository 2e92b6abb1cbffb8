package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;
import static org.doorstep.server.http.Requests.body;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.Session;
import org.doorstep.server.identity.SessionStore;
import org.doorstep.server.identity.SignedIn;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;
import org.jspecify.annotations.Nullable;

/** Signing in and out, the check of every other request, and users for admins. */
final class SessionRoutes {
  private static final long WATCH_MILLIS = 5_000;

  private final SessionStore sessions;
  private final Users users;
  private final InstantSource clock;
  private final boolean secure;

  private record SignIn(String user, String password) {
    @Override
    public String toString() {
      return "SignIn[masked]";
    }
  }

  private record LinkSecret(String secret) {
    @Override
    public String toString() {
      return "LinkSecret[masked]";
    }
  }

  private record NewUser(
      String user,
      String password,
      List<String> roles,
      List<AreaId> areas,
      Optional<UnitId> unit,
      Optional<ServiceId> service,
      Optional<String> signature) {
    @Override
    public String toString() {
      return "NewUser[masked]";
    }
  }

  private record Shown(
      String user,
      List<String> roles,
      List<AreaId> areas,
      Optional<UnitId> unit,
      Optional<ServiceId> service,
      Optional<String> signature,
      Instant expiresAt) {
    static Shown of(Session session) {
      User user = session.user();
      return new Shown(
          user.name(),
          user.roles().stream().map(Role::word).toList(),
          user.areas(),
          user.unit(),
          user.service(),
          user.signature(),
          session.expiresAt());
    }
  }

  /**
   * Routes over sessions and users.
   *
   * @param secure whether the cookie is for TLS only
   */
  SessionRoutes(SessionStore sessions, Users users, InstantSource clock, boolean secure) {
    this.sessions = sessions;
    this.users = users;
    this.clock = clock;
    this.secure = secure;
  }

  /** The routes that need no session. */
  void mountOpen(Router router) {
    router.post("/api/session").handler(this::signIn);
    router.post("/api/session/link").handler(this::signInByLink);
  }

  /** The routes that need one. */
  void mount(Router router) {
    router
        .get("/api/session")
        .handler(context -> Requests.json(context, Shown.of(Requests.session(context))));
    router.delete("/api/session").handler(this::signOut);
    router.post("/api/users").handler(this::addUser);
  }

  /** Lets a request on that shows a good session; ends every other with 401. */
  void require(RoutingContext context) {
    Optional<String> secret = secret(context);
    if (secret.isEmpty()) {
      throw new ProblemFault(Problems.SIGNED_OUT);
    }
    blocking(
        context,
        () -> sessions.find(secret.get(), clock.instant()),
        session -> {
          if (session.isEmpty()) {
            throw new ProblemFault(Problems.SIGNED_OUT);
          }
          Requests.setSession(context, session.get());
          context.next();
        });
  }

  /**
   * Ends a response that stays open soon after its session has ended, wherever it was ended. An
   * open stream counts as being seen: a board that is watched all night stays signed in, until the
   * session ends in any case.
   */
  void watch(RoutingContext context) {
    String secret = secret(context).orElseThrow(() -> new ProblemFault(Problems.SIGNED_OUT));
    context.vertx().setPeriodic(WATCH_MILLIS, timer -> endIfSignedOut(context, secret, timer));
  }

  private void endIfSignedOut(RoutingContext context, String secret, long timer) {
    if (context.response().closed() || context.response().ended()) {
      context.vertx().cancelTimer(timer);
      return;
    }
    // While the database does not answer nobody is thrown out: the board says what it lacks.
    var unused =
        context
            .vertx()
            .executeBlocking(() -> sessions.find(secret, clock.instant()))
            .onSuccess(session -> endUnless(session.isPresent(), context));
  }

  private static void endUnless(boolean signedIn, RoutingContext context) {
    if (!signedIn && !context.response().ended()) {
      var unused = context.response().end();
    }
  }

  private void signIn(RoutingContext context) {
    SignIn asked = RecordJson.read(SignIn.class, body(context));
    blocking(
        context,
        () -> sessions.signIn(asked.user(), asked.password(), clock.instant()),
        signedIn -> begin(context, signedIn, Problems.SIGN_IN_REFUSED));
  }

  private void signInByLink(RoutingContext context) {
    LinkSecret asked = RecordJson.read(LinkSecret.class, body(context));
    blocking(
        context,
        () -> sessions.signInByLink(asked.secret(), clock.instant()),
        signedIn -> begin(context, signedIn, Problems.LINK_REFUSED));
  }

  private void begin(RoutingContext context, Optional<SignedIn> signedIn, Problem refusal) {
    if (signedIn.isEmpty()) {
      throw new ProblemFault(refusal);
    }
    SignedIn fresh = signedIn.get();
    Duration left = Duration.between(clock.instant(), fresh.session().expiresAt());
    context.response().addCookie(cookie(fresh.secret(), left.toSeconds()));
    Requests.json(context, Shown.of(fresh.session()));
  }

  private void signOut(RoutingContext context) {
    String secret = secret(context).orElseThrow(() -> new ProblemFault(Problems.SIGNED_OUT));
    blocking(
        context,
        () -> {
          sessions.end(secret, clock.instant());
          return true;
        },
        done -> {
          context.response().addCookie(cookie("", 0));
          Requests.noContent(context);
        });
  }

  private void addUser(RoutingContext context) {
    if (!Requests.user(context).is(Role.ADMIN)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    NewUser asked = RecordJson.read(NewUser.class, body(context));
    blocking(
        context,
        () -> {
          put(asked);
          return true;
        },
        done -> {
          var unused = context.response().setStatusCode(201).end();
        });
  }

  private void put(NewUser asked) {
    try {
      users.put(
          new User(
              asked.user(),
              roles(asked),
              asked.areas(),
              asked.unit(),
              asked.service(),
              asked.signature()),
          Optional.of(asked.password()));
    } catch (IllegalArgumentException e) {
      throw new WireFault(WireFault.Kind.INVALID_VALUE, "", String.valueOf(e.getMessage()));
    }
  }

  private static List<Role> roles(NewUser asked) {
    return asked.roles().stream()
        .map(
            word ->
                Role.find(word)
                    .orElseThrow(
                        () ->
                            new WireFault(
                                WireFault.Kind.INVALID_VALUE,
                                "/roles",
                                "A role must be one of desk, crew, hub, practice, hospital,"
                                    + " service, planner, admin.")))
        .toList();
  }

  private Optional<String> secret(RoutingContext context) {
    @Nullable Cookie cookie = context.request().getCookie(cookieName());
    return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
  }

  private Cookie cookie(String secret, long maxAgeSeconds) {
    return Cookie.cookie(cookieName(), secret)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT)
        .setMaxAge(maxAgeSeconds);
  }

  private String cookieName() {
    // Browsers hold a __Host- cookie to TLS, this host and no domain.
    return secure ? "__Host-doorstep" : "doorstep";
  }
}
