package org.doorstep.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** FEATURE: the simulator knows the decisions and the roads, and no shell, server or database. */
@AnalyzeClasses(
    packages = "org.doorstep.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule simulator_knows_only_the_pure_packages_and_the_roads =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.doorstep.simulator..",
              "org.doorstep.dispatch.model..",
              "org.doorstep.dispatch.command..",
              "org.doorstep.dispatch.event..",
              "org.doorstep.dispatch.protocol..",
              "org.doorstep.dispatch.policy..",
              "org.doorstep.dispatch.decision..",
              "org.doorstep.dispatch.effect..",
              "org.doorstep.dispatch.engine..",
              "org.doorstep.dispatch.wire..",
              "org.doorstep.routing..",
              "java..",
              "com.fasterxml.jackson.core..",
              "org.snakeyaml.engine..",
              "org.knowm.xchart..",
              "org.ojalgo..",
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule only_file_knows_how_files_are_written =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.doorstep.simulator.file")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml.engine..");

  @ArchTest
  static final ArchRule only_experiment_draws =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.doorstep.simulator.experiment")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.knowm.xchart..", "java.awt..");

  @ArchTest
  static final ArchRule only_programs_see_the_solver =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.doorstep.simulator.optimise.program")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ojalgo..");

  @ArchTest
  static final ArchRule simulator_never_sees_the_shell_or_the_server =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.doorstep.dispatch.shell..",
              "org.doorstep.server..",
              "org.doorstep.handover..",
              "io.vertx..",
              "java.sql..");

  @ArchTest
  static final ArchRule the_judge_shares_no_code_with_the_engine =
      classes()
          .that()
          .resideInAPackage("org.doorstep.simulator.check..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.doorstep.simulator.check..",
              "org.doorstep.dispatch.model..",
              "org.doorstep.dispatch.event..",
              "org.doorstep.dispatch.command..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule packages_do_not_turn_in_circles =
      slices().matching("org.doorstep.simulator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_driver_is_given_its_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random");
}
