package org.doorstep.handover.bars;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * FEATURE: one package sees the FHIR library, and those who judge and send do not see that package.
 */
@AnalyzeClasses(packages = "org.doorstep", importOptions = ImportOption.DoNotIncludeTests.class)
class BarsArchitectureTest {
  @ArchTest
  static final ArchRule only_fhir_sees_the_fhir_library =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.doorstep.handover.fhir..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ca.uhn.fhir..", "org.hl7..");

  @ArchTest
  static final ArchRule bars_does_not_see_fhir =
      noClasses()
          .that()
          .resideInAPackage("org.doorstep.handover.bars..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.doorstep.handover.fhir..");

  @ArchTest
  static final ArchRule messages_that_leave_do_not_see_fhir =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.doorstep.handover.letter..",
              "org.doorstep.handover.referral..",
              "org.doorstep.handover.receipt..",
              "org.doorstep.handover.outbox..",
              "org.doorstep.handover.practice..",
              "org.doorstep.handover.sample..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.doorstep.handover.fhir..");

  @ArchTest
  static final ArchRule what_is_said_is_plain_data =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.doorstep.handover.letter..",
              "org.doorstep.handover.referral..",
              "org.doorstep.handover.receipt..",
              "org.doorstep.handover.sample..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "java.net.http..", "org.doorstep.dispatch.shell..");
}
