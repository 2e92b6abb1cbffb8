package org.doorstep.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.doorstep.dispatch.decision.Decision;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.policy.ClosestCapable;

/**
 * FEATURE: the live desk and the simulator run the same engine, and through it the same deciders
 * and policies: both are customers of {@code AreaEngine}, and nobody goes round it.
 */
@AnalyzeClasses(packages = "org.doorstep", importOptions = ImportOption.DoNotIncludeTests.class)
class SameCodeTest {
  private static final DescribedPredicate<JavaAccess<?>> DECIDING =
      describe(
          "deciding a command",
          access ->
              access.getTargetOwner().getName().startsWith("org.doorstep.dispatch.decision.")
                  && access.getTargetOwner().getSimpleName().contains("Decider"));

  private static final DescribedPredicate<JavaAccess<?>> RANKING =
      describe(
          "ranking units",
          access ->
              access.getTargetOwner().isEquivalentTo(ClosestCapable.class)
                  && access.getTarget().getName().equals("rank"));

  private static final DescribedPredicate<JavaAccess<?>> OFFERING =
      describe(
          "offering to an engine",
          access ->
              access.getTargetOwner().isEquivalentTo(AreaEngine.class)
                  && access.getTarget().getName().equals("offer"));

  @ArchTest
  static final ArchRule live_keeper_offers_to_the_engine =
      classes()
          .that()
          .haveFullyQualifiedName("org.doorstep.dispatch.shell.AreaKeeper")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(AreaEngine.class);

  @ArchTest
  static final ArchRule simulated_area_offers_to_the_engine =
      classes()
          .that()
          .haveFullyQualifiedName("org.doorstep.simulator.host.VirtualArea")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(AreaEngine.class);

  @ArchTest
  static final ArchRule only_hosts_of_an_area_offer =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.doorstep.dispatch.shell..",
              "org.doorstep.simulator.host..",
              "org.doorstep.simulator.fault..",
              "org.doorstep.simulator.recorded..")
          .should()
          .accessTargetWhere(OFFERING);

  @ArchTest
  static final ArchRule only_the_engine_decides =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.doorstep.dispatch.engine..", "org.doorstep.dispatch.decision..")
          .should()
          .accessTargetWhere(DECIDING);

  @ArchTest
  static final ArchRule only_deciders_rank =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.doorstep.dispatch.policy..", "org.doorstep.dispatch.decision..")
          .should()
          .accessTargetWhere(RANKING);

  @ArchTest
  static final ArchRule nobody_else_makes_decisions_or_views_of_its_own =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.doorstep.dispatch.engine..", "org.doorstep.dispatch.decision..")
          .should()
          .beAssignableTo(Decision.class)
          .orShould()
          .beAssignableTo(DispatchView.class);
}
