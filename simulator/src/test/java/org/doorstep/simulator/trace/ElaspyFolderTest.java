package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: a folder of traces is read as others write it, and its faults are named. */
class ElaspyFolderTest {
  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void smallFolder() throws IOException {
    write("siren_driving_matrix_2022.csv", "postal code,20,10\n10,4,0\n20,0,3\n");
    write("nodes_Town.csv", "postal code,x,y,inhabitants\n10,0.5,-2,1\n20,100,50,1\n");
    write("Hospital_Postal_Codes_Town.csv", "\uFEFFHospital\r\n20\r\n");
    write("Base_Locations_Ambulances_1.csv", "\uFEFFAmbulance,Base\n0,10.0\n");
    write("interarrival_times_test_run_simulation_t.csv", "0\n1.5\n2\n");
    write("location_IDs_test_run_simulation_t.csv", "0\n10.0\n20\n");
    write("on_site_aid_times_test_run_simulation_t.csv", "0\n30\n10\n");
    write("to_hospital_bool_test_run_simulation_t.csv", "0\nTrue\n0.0\n");
    write("drop_off_times_test_run_simulation_t.csv", "0\n7\n\n9\n");
  }

  @Test
  void read_smallFolder_playsByItsOwnOrderOfNodes() {
    ElaspyScenario scenario = read(Optional.empty());

    // The second call comes while the only unit is out, waits, and is served from the hospital.
    assertThat(scenario.csv(scenario.play(event -> {})))
        .isEqualTo(
            """
            call,unit,arrivalMinutes,responseMinutes,finishMinutes,hospital
            0,0,1.5,0.0,42.5,20
            1,0,3.5,39.0,52.5,
            """);
    assertThat(notes).isEmpty();
  }

  @Test
  void read_severalFleets_takesTheOneThatTheOutcomeCounts() throws IOException {
    write("Base_Locations_Ambulances_2.csv", "Ambulance,Base\n0,10\n1,20\n");

    assertThat(read(Optional.empty()).units()).isEqualTo(2);
    assertThat(notes).hasSize(1).first().asString().contains("Base_Locations_Ambulances_2.csv");

    write("Patient_Test_T.csv", ",nr_ambulances_available\n0,1.0\n");
    assertThat(read(Optional.empty()).units()).isEqualTo(1);
    assertThat(read(Optional.of(folder.resolve("Base_Locations_Ambulances_2.csv"))).units())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interarrival_times_test_run_simulation_t.csv|0;1.5;-2|line 3, 0 (-2): must be zero or more.",
        "interarrival_times_test_run_simulation_t.csv|0;1.5;x|line 3, 0 (x): must be a number.",
        "interarrival_times_test_run_simulation_t.csv|0;1.5;NaN|line 3, 0 (NaN): must be zero or",
        "interarrival_times_test_run_simulation_t.csv|0;1.5|as many calls (1) each, not 2.",
        "location_IDs_test_run_simulation_t.csv|0;10;30|line 3, 0 (30): must be a node",
        "location_IDs_test_run_simulation_t.csv|0;10;20.5|line 3, 0 (20.5): must be a whole number",
        "to_hospital_bool_test_run_simulation_t.csv|0;yes;1|line 2, 0 (yes): must be True or False",
        "siren_driving_matrix_2022.csv|postal code,20,10;10,4,0|must have a row for the node (20)",
        "siren_driving_matrix_2022.csv|postal code,20;10,4;20,0|must be a column named (10)",
        "siren_driving_matrix_2022.csv|postal code,20,10;10,4;20,0,3|line 2: there must be 3 values",
        "siren_driving_matrix_2022.csv|postal code,20,10;10,4,0;20,0,1e9|must be at most 10000.0",
        "nodes_Town.csv|postal code,x,y,i;10,0,0,1;10,1,1,1|line 3, postal code (10): must be there",
        "nodes_Town.csv|postal code,x,i;10,0,1;20,1,1|line 1: there must be a column named (y)",
        "nodes_Town.csv|postal code,x,y,i;10,inf,0,1;20,1,1,1|line 2, x (inf): must be a number",
        "Hospital_Postal_Codes_Town.csv|Hospital;99|line 2, Hospital (99): must be a node",
        "Hospital_Postal_Codes_Town.csv|Hospital|A call goes to hospital, and there is none.",
        "Base_Locations_Ambulances_1.csv|Ambulance,Base|The number of units (0) must be from 1",
      })
  void read_damagedFile_isNamedWithLineAndRule(String file, String content, String message)
      throws IOException {
    write(file, content.replace(';', '\n') + "\n");

    assertThatThrownBy(() -> read(Optional.empty())).hasMessageContaining(message);
  }

  @Test
  void read_missingThings_areNamed() throws IOException {
    assertThatThrownBy(() -> new ElaspyFolder(folder.resolve("no"), notes::add))
        .isInstanceOf(TraceFault.class)
        .hasMessageContaining("There is no folder");
    assertThatThrownBy(() -> new ElaspyFolder(folder, notes::add).read("other", Optional.empty()))
        .isInstanceOf(TraceFault.class)
        .hasMessageContaining("interarrival_times_test_run_simulation_other.csv) is missing");
    Files.delete(folder.resolve("nodes_Town.csv"));
    assertThatThrownBy(() -> read(Optional.empty())).hasMessageContaining("one file (nodes_*.csv)");
  }

  private ElaspyScenario read(Optional<Path> bases) {
    return new ElaspyFolder(folder, notes::add).read("t", bases);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
