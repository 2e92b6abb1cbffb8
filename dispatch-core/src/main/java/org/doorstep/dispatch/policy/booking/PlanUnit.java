package org.doorstep.dispatch.policy.booking;

import java.time.Instant;
import java.util.List;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/**
 * A unit as a plan sees it.
 *
 * @param seats for those who travel with the patient, 0 or more
 * @param freeAt when its present work is done, or now
 * @param place where it is then, as a place of the drives
 * @param base where its shift ends, as a place of the drives
 * @param shiftEndsAt when it must be back there
 * @param rests the breaks it still has to take, in their order
 */
public record PlanUnit(
    UnitId unit,
    UnitKind kind,
    Capabilities capabilities,
    int seats,
    Instant freeAt,
    int place,
    int base,
    Instant shiftEndsAt,
    List<PlanRest> rests) {
  private static final int SEATS_OF_A_CAR = 1;
  private static final int SEATS_OF_AN_AMBULANCE = 2;

  public PlanUnit {
    rests = List.copyOf(rests);
  }

  /** How many can travel with a patient in the vehicles of a kind: an engineering default. */
  public static int seats(UnitKind kind) {
    return switch (kind) {
      case AMBULANCE, URGENT_TRANSFER -> SEATS_OF_AN_AMBULANCE;
      case PARAMEDIC_CAR, ADVANCED_PRACTITIONER, MENTAL_HEALTH, FALLS, COMMUNITY_RESPONDER, AIR ->
          SEATS_OF_A_CAR;
    };
  }
}
