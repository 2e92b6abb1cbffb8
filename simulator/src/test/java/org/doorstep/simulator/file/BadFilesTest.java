package org.doorstep.simulator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.doorstep.simulator.file.Cases.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE: whatever is wrong with a file, one clear line says where, what and which rule. */
class BadFilesTest {
  static List<Case> cases() {
    return Cases.read().cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void read_badFile_saysWhereWhatAndWhichRule(Case bad) {
    FileFault fault =
        catchThrowableOfType(
            FileFault.class, () -> RecordFile.read(SamplePlan.class, "bad.yaml", bad.text()));

    assertThat(fault).as(bad.text()).isNotNull().hasMessage(bad.expected());
  }

  @Test
  void cases_areFiftyKindsAtLeast() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(cases()).extracting(Case::name).doesNotHaveDuplicates();
  }
}
