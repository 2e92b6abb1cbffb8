package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** FEATURE: recorded calls are played by one command, which says what it was given wrong. */
class ReplayCommandTest {
  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void oneUnitTwoCalls() throws IOException {
    write("siren_driving_matrix_2022.csv", "postal code,10,20\n10,0,4\n20,3,0\n");
    write("nodes_Town.csv", "postal code,x,y\n10,0,0\n20,100,50\n");
    write("Hospital_Postal_Codes_Town.csv", "Hospital\n20\n");
    write("Base_Locations_Ambulances_1.csv", "Ambulance,Base\n0,10\n");
    column("interarrival_times", "1.5\n2\n");
    column("location_IDs", "10\n20\n");
    column("on_site_aid_times", "30\n10\n");
    column("to_hospital_bool", "True\nFalse\n");
    column("drop_off_times", "7\n9\n");
  }

  @Test
  void replay_goodFolder_writesALineForEachCall() throws IOException {
    Path out = folder.resolve("out.csv");

    assertThat(replay("t", out)).isZero();

    assertThat(out)
        .hasContent(
            """
            call,unit,arrivalMinutes,responseMinutes,finishMinutes,hospital
            0,0,1.5,0.0,42.5,20
            1,0,3.5,39.0,52.5,
            """);
  }

  @Test
  void replay_publishedOutcomeDiffers_answersNo() throws IOException {
    write(
        "Patient_Test_T.csv",
        "nr_ambulances_available,assigned_to_ambulance_nr,waiting_time_before_assigned,"
            + "arrival_time,response_time,finish_time,hospital_ID\n"
            + "1,0,0,1.5,0,42.5,20\n0,0,39,3.5,39,52.6,\n");

    assertThat(replay("t", folder.resolve("out.csv"))).isEqualTo(Failures.ANSWER_IS_NO);
  }

  @Test
  void replay_badInput_isNamed() {
    assertThat(replay("other", folder.resolve("out.csv"))).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("simulation_other.csv) is missing");
    assertThat(replay("t", folder.resolve("no/out.csv"))).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("must lie in a folder that is there");
  }

  private int replay(String scenario, Path out) {
    return new CommandLine(new ReplayCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Failures::handle)
        .setErr(new PrintWriter(errors, true))
        .execute("--format=elaspy", "--data=" + folder, "--scenario=" + scenario, "--out=" + out);
  }

  private void column(String name, String values) throws IOException {
    write("%s_test_run_simulation_t.csv".formatted(name), "0\n" + values);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
