package org.doorstep.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** FEATURE: the arrows between the modules and inside the server point one way. */
@AnalyzeClasses(packages = "org.doorstep", importOptions = ImportOption.DoNotIncludeTests.class)
class ServerArchitectureTest {
  @ArchTest
  static final ArchRule server_packages_form_no_cycle =
      slices().matching("org.doorstep.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule handover_packages_form_no_cycle =
      slices().matching("org.doorstep.handover.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule messages_do_not_know_the_server =
      noClasses()
          .that()
          .resideInAPackage("org.doorstep.handover..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.doorstep.server..", "io.vertx..");

  @ArchTest
  static final ArchRule only_the_launcher_puts_things_together =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.doorstep.server.launch..", "org.doorstep.server")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.doorstep.server.launch..");

  /** Nothing of it is started where there is one node, and nothing that decides can lean on it. */
  @ArchTest
  static final ArchRule only_classes_that_say_so_see_hazelcast =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Hazelcast")
          .or()
          .resideOutsideOfPackage("org.doorstep.dispatch.shell.cluster")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hazelcast..");

  /** The node that dispatches has no part in the group of workers, nor they in its cluster. */
  @ArchTest
  static final ArchRule only_commands_of_experiments_join_or_ask_a_group =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.doorstep.dispatch.shell.cluster")
          .and()
          .doNotHaveSimpleName("WorkerCommand")
          .and()
          .doNotHaveSimpleName("ClusterCarrier")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("HazelcastAnswerer")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("HazelcastAsker");

  @ArchTest
  static final ArchRule simulator_knows_no_shell_and_no_server =
      noClasses()
          .that()
          .resideInAPackage("org.doorstep.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.doorstep.dispatch.shell..",
              "org.doorstep.server..",
              "org.doorstep.handover..",
              "io.vertx..",
              "java.sql..");

  @ArchTest
  static final ArchRule roads_know_nothing_of_dispatch =
      noClasses()
          .that()
          .resideInAPackage("org.doorstep.routing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.doorstep.dispatch..",
              "org.doorstep.server..",
              "org.doorstep.handover..",
              "org.doorstep.simulator..",
              "io.vertx..");

  @ArchTest
  static final ArchRule roads_do_not_know_the_gazetteer =
      noClasses()
          .that()
          .resideInAnyPackage("org.doorstep.routing", "org.doorstep.routing.westkent..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.doorstep.routing.place..");

  @ArchTest
  static final ArchRule routes_do_not_speak_to_the_database =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.doorstep.server.http..",
              "org.doorstep.server.board..",
              "org.doorstep.server.command..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");
}
