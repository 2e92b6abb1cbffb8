package org.doorstep.handover.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralOffer.UseCase;
import org.doorstep.handover.sample.SampleLetters;
import org.doorstep.handover.sample.SampleReferrals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: each element of our messages is taken away in turn; the check sees it, or the list of
 * those that base R4, the profiles and our own rules let go ({@code fhir/may-be-missing.txt}) names
 * it. So nothing that is required can go missing unseen, and nobody believes that more is held.
 */
class RequiredElementsTest {
  private static final int DEPTH_MAX = 2;

  @Test
  void listFaults_anElementIsTakenAway_isSeenOrIsListedAsFree() throws IOException {
    List<String> free = new ArrayList<>();
    int seen = 0;
    for (Map.Entry<String, byte[]> message : messages().entrySet()) {
      Map<String, String> paths = paths(message.getValue());
      List<String> unseen =
          List.copyOf(paths.keySet()).parallelStream()
              .filter(path -> Profiles.listFaults(without(message.getValue(), path)).isEmpty())
              .toList();
      unseen.forEach(path -> free.add(message.getKey() + " " + paths.get(path)));
      seen += paths.size() - unseen.size();
    }

    System.out.printf("taken away: %d seen, %d free%n", seen, free.size());
    assertThat(String.join("\n", free)).isEqualTo(listed());
    assertThat(seen).isGreaterThan(100);
  }

  private static Map<String, byte[]> messages() {
    Map<String, byte[]> messages = new LinkedHashMap<>();
    messages.put(
        "letter",
        Texts.write(
            LetterWriting.write(
                small(SampleLetters.of(Disposition.COMMUNITY, Kind.ACTION_REQUESTED)))));
    messages.put(
        "referral",
        Texts.write(ReferralWriting.write(SampleReferrals.of(UseCase.COMMUNITY, Step.NEW))));
    messages.put("receipt", new FhirReceipts().write(receipt()));
    return messages;
  }

  /** One round of observations has every kind of entry that two have, in half the time. */
  private static HandoverLetter small(HandoverLetter whole) {
    Clinical all = whole.clinical();
    Clinical one =
        new Clinical(
            all.observations().subList(0, 1),
            all.findings().subList(0, 1),
            all.treatments(),
            all.medicines());
    return new HandoverLetter(
        whole.head(), whole.patient(), whole.visit(), one, whole.outcome(), whole.request());
  }

  private static Receipt receipt() {
    return new Receipt(
        new UUID(1, 2),
        SampleLetters.unidentified().head().id(),
        ReceiptCode.SUCCESS,
        SampleLetters.CALLED,
        "Hop Kiln Surgery (invented)",
        Optional.empty());
  }

  /**
   * Where something stands that can be taken away: of each kind of resource the first of its
   * profile, each path once, lists by their first.
   */
  private static Map<String, String> paths(byte[] message) {
    Map<String, String> kinds = new TreeMap<>();
    Map<String, @Nullable Object> bundle = JsonTree.parseObject(message);
    Map<String, String> paths = new LinkedHashMap<>();
    bundle.keySet().stream()
        .filter(key -> !key.equals("resourceType"))
        .forEach(key -> paths.put(key, "Bundle." + key));
    List<?> entries = (List<?>) Objects.requireNonNull(bundle.get("entry"));
    for (int i = 0; i < entries.size(); i++) {
      Map<?, ?> entry = (Map<?, ?>) entries.get(i);
      Map<?, ?> resource = (Map<?, ?>) Objects.requireNonNull(entry.get("resource"));
      String kind = resource.get("resourceType") + " " + resource.get("meta");
      if (kinds.putIfAbsent(kind, "") == null) {
        Place start = new Place("entry/%d/resource".formatted(i), named(resource), 0);
        walk(resource, start, paths);
      }
    }
    return paths;
  }

  /** Where the walk is, and what a reader calls it. */
  private record Place(String path, String words, int depth) {
    Place to(Object key) {
      return new Place(path + "/" + key, words + "." + key, depth + 1);
    }

    Place first() {
      return new Place(path + "/0", words, depth);
    }
  }

  /** The kind of resource and the last word of its profile, which observations differ by. */
  private static String named(Map<?, ?> resource) {
    String meta = String.valueOf(resource.get("meta"));
    String profile = meta.replaceAll(".*StructureDefinition/([A-Za-z-]+).*", "$1");
    return resource.get("resourceType") + "(" + profile + ")";
  }

  private static void walk(@Nullable Object at, Place here, Map<String, String> paths) {
    // There are many kinds of observation, alike inside.
    boolean alike = here.words().startsWith("Observation(");
    if (here.depth() >= (alike ? 1 : DEPTH_MAX)) {
      return;
    }
    if (at instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        if (!"resourceType".equals(each.getKey())) {
          Place next = here.to(each.getKey());
          paths.put(next.path(), next.words());
          walk(each.getValue(), next, paths);
        }
      }
    } else if (at instanceof List<?> list && !list.isEmpty()) {
      walk(list.get(0), here.first(), paths);
    }
  }

  private static byte[] without(byte[] message, String path) {
    Map<String, @Nullable Object> bundle = JsonTree.parseObject(message);
    List<String> steps = List.of(path.split("/", -1));
    Object at = bundle;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at =
          Objects.requireNonNull(
              at instanceof List<?> list
                  ? list.get(Integer.parseInt(step))
                  : ((Map<?, ?>) at).get(step));
    }
    Iterator<?> keys = ((Map<?, ?>) at).keySet().iterator();
    String last = steps.get(steps.size() - 1);
    while (keys.hasNext()) {
      if (last.equals(keys.next())) {
        keys.remove();
      }
    }
    return RecordJson.write(bundle);
  }

  private static String listed() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RequiredElementsTest.class.getResourceAsStream("/fhir/may-be-missing.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
