package org.doorstep.server.launch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.InventedRecords;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.server.launch.PlayedService.Step;
import org.doorstep.simulator.demo.DemoSettings;

/**
 * Who plays in a demo of West Kent: its invented patients, and a falls team with a system of its
 * own that answers by messages, and declines one in four.
 *
 * @param speed how many times faster than life
 */
record DemoCast(InventedRecords records, long seed, double speed) {
  /** The name of the falls team in the directory. */
  static final String FALLS_TEAM = "FALLS-RESPONSE";

  private static final double DECLINES = 0.25;
  private static final double LOOKS_MINUTES = 2;
  private static final double DECIDES_MINUTES = 8;
  private static final double MINUTE_MILLIS = 60_000;

  static DemoCast westKent(long seed, double speed) {
    return new DemoCast(InventedRecords.westKent(), seed, speed);
  }

  DemoSettings.Cast cast(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new DemoSettings.Cast(
        records.list().stream().map(each -> person(each, today)).toList(), List.of(FALLS_TEAM));
  }

  PlayedService fallsTeam(Clock clock) throws IOException {
    SplittableRandom chance = new SplittableRandom(seed);
    return new PlayedService(
        "Falls team (played)",
        number ->
            List.of(
                new Step(minutes(LOOKS_MINUTES), Kind.INTERIM),
                new Step(
                    minutes(DECIDES_MINUTES),
                    chance.nextDouble() < DECLINES ? Kind.DECLINED : Kind.ACCEPTED)),
        clock);
  }

  private Duration minutes(double inLife) {
    return Duration.ofMillis((long) (inLife * MINUTE_MILLIS / speed));
  }

  private static DemoSettings.Person person(GpRecord record, LocalDate today) {
    return new DemoSettings.Person(
        record.nhsNumber(),
        record.given() + " " + record.family(),
        Period.between(record.born(), today).getYears(),
        record.gender());
  }
}
