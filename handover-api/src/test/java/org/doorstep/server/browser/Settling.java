package org.doorstep.server.browser;

import java.util.Map;
import org.doorstep.server.TestClient;

/**
 * Ends what is owed to all patients, so that a test leaves nothing behind. Refusals do not matter:
 * each step is asked for whether it is due or not.
 */
final class Settling {
  private final TestClient desk;

  Settling(TestClient desk) {
    this.desk = desk;
  }

  void settle() throws Exception {
    for (Object each : desk.get("/api/areas/WEST_KENT/patients").list("patients")) {
      if (((Map<?, ?>) each).get("care") instanceof Map<?, ?> care) {
        settle(care);
      }
    }
  }

  private void settle(Map<?, ?> care) throws Exception {
    if (!(care.get("id") instanceof Map<?, ?> id)) {
      return;
    }
    String patient =
        "{'patient':{'incident':%s,'number':%s}".formatted(id.get("incident"), id.get("number"));
    for (int referral = 1; referral <= 5; referral++) {
      give("CancelReferral", patient + ",'referral':%d}".formatted(referral));
      give("ReportAttendance", patient + ",'referral':%d,'attended':true}".formatted(referral));
    }
    if (!care.containsKey("choice")) {
      String saw = ",'saw':%s}".formatted(care.get("version"));
      give(
          "ChooseDisposition",
          patient + ",'choice':{'disposition':'TREAT_AT_SCENE','reason':'OTHER'}" + saw);
      give("ChooseDisposition", patient + ",'choice':{'disposition':'HEAR_AND_TREAT'}" + saw);
    }
    give("TakeOwnership", patient + "}");
    give(
        "SignHandover", patient + ",'terms':{'kind':'FOR_INFORMATION'},'words':{'summary':'End'}}");
    give("HandOverByHand", patient + ",'words':{'summary':'End of the test'}}");
  }

  private void give(String command, String body) throws Exception {
    desk.command(command, Journey.json(body));
  }
}
