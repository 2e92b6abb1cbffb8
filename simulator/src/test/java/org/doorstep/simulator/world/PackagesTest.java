package org.doorstep.simulator.world;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** FEATURE: the parts of the world stand on each other, never in a circle. */
@AnalyzeClasses(
    packages = "org.doorstep.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("org.doorstep.simulator.(**)").should().beFreeOfCycles();
}
