package org.doorstep.dispatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** FEATURE: the decisions stay pure, and the arrows between packages point one way. */
@AnalyzeClasses(
    packages = "org.doorstep.dispatch",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] CORE = {
    "org.doorstep.dispatch.model..",
    "org.doorstep.dispatch.command..",
    "org.doorstep.dispatch.event..",
    "org.doorstep.dispatch.protocol..",
    "org.doorstep.dispatch.policy..",
    "org.doorstep.dispatch.decision..",
    "org.doorstep.dispatch.effect..",
    "org.doorstep.dispatch.engine.."
  };

  private static final DescribedPredicate<JavaAccess<?>> UNORDERED_FACTORY =
      DescribedPredicate.describe(
          "a factory of unordered collections",
          access ->
              (access.getTargetOwner().isEquivalentTo(Set.class)
                      || access.getTargetOwner().isEquivalentTo(Map.class))
                  && (access.getTarget().getName().equals("of")
                      || access.getTarget().getName().equals("copyOf")));

  @ArchTest
  static final ArchRule core_knows_only_itself_and_the_jdk =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CORE)
                  .or(
                      resideInAnyPackage(
                          "java.lang..",
                          "java.util",
                          "java.util.function",
                          "java.util.stream",
                          "java.util.regex",
                          "java.time..",
                          "org.jspecify..",
                          "org.locationtech.jts.geom..")));

  @ArchTest
  static final ArchRule core_is_told_the_time_and_every_identity =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Instant.class, "now", Clock.class)
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule core_has_no_threads_chance_or_unordered_collections =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, Random.class, HashMap.class, HashSet.class)
          .orShould()
          .accessTargetWhere(UNORDERED_FACTORY);

  @ArchTest
  static final ArchRule wire_adds_only_a_streaming_codec =
      classes()
          .that()
          .resideInAPackage("org.doorstep.dispatch.wire..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CORE)
                  .or(
                      resideInAnyPackage(
                          "org.doorstep.dispatch.wire..",
                          "java..",
                          "org.jspecify..",
                          "com.fasterxml.jackson.core..")));

  @ArchTest
  static final ArchRule only_the_shell_sees_the_world =
      noClasses()
          .that(not(resideInAnyPackage("org.doorstep.dispatch.shell..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.doorstep.dispatch.shell..", "io.vertx..", "java.sql..");

  @ArchTest
  static final ArchRule only_travel_sees_the_roads =
      noClasses()
          .that(not(resideInAnyPackage("org.doorstep.dispatch.shell.travel..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.doorstep.routing..");

  @ArchTest
  static final ArchRule only_the_protocol_loader_sees_the_dmn_engine =
      noClasses()
          .that(not(resideInAnyPackage("org.doorstep.dispatch.shell.protocol..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kie..");

  @ArchTest
  static final ArchRule nothing_here_knows_its_users =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.doorstep.server..", "org.doorstep.handover..", "org.doorstep.simulator..");

  @ArchTest
  static final ArchRule nothing_that_decides_knows_the_cluster =
      noClasses()
          .that(not(resideInAnyPackage("org.doorstep.dispatch.shell.cluster..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hazelcast..");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("org.doorstep.dispatch.(*)..").should().beFreeOfCycles();
}
