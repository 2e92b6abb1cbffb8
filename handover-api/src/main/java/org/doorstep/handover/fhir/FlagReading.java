package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.doorstep.dispatch.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;

/**
 * Warnings and needs of the case, from the message's flags.
 *
 * <p>A flag that has ended or whose code is unknown is shown rather than dropped: a warning too
 * many costs a look. Only one that is inactive or entered in error is left out.
 */
final class FlagReading {
  private static final String CATEGORIES = "flag-categories";
  private static final String SCENE = "scene-safety-codes";

  /** "No safeguarding issues identified". */
  private static final String SAFEGUARDING_NONE = "861931000000100";

  private final BundleIndex index;
  private final Notes notes;
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final List<String> words = new ArrayList<>();
  private boolean sceneSaid;

  FlagReading(BundleIndex index, Notes notes) {
    this.index = index;
    this.notes = notes;
  }

  /** The flags, their words, and whether anything was said of the scene's safety. */
  record Flags(List<Flag> flags, List<String> words, boolean sceneSaid) {}

  Flags read() {
    index.list(org.hl7.fhir.r4.model.Flag.class).stream()
        .filter(
            flag ->
                flag.getStatus() != FlagStatus.INACTIVE
                    && flag.getStatus() != FlagStatus.ENTEREDINERROR)
        .forEach(this::read);
    return new Flags(List.copyOf(flags), words, sceneSaid);
  }

  private void read(org.hl7.fhir.r4.model.Flag flag) {
    switch (kind(flag)) {
      case "SS" -> scene(flag);
      case "SG" -> {
        if (Codings.findCode(List.of(flag.getCode()), "")
            .filter(SAFEGUARDING_NONE::equals)
            .isEmpty()) {
          flags.add(Flag.SAFEGUARDING);
        }
      }
      case "RT" -> flags.add(Flag.RESPECT_PLAN);
      case "IR" -> flags.add(Flag.INFECTION);
      case "RA" -> flags.add(Flag.REASONABLE_ADJUSTMENT);
      case "RC" -> flags.add(Flag.REPEAT_CALLER);
      case "CW" -> flags.add(Flag.CALL_WARNING);
      case "AC" -> flags.add(Flag.AGENCY_CONTACTED);
      case "RS" -> flags.add(Flag.SERVICES_REJECTED);
      case "API" -> {
        // Further information on the patient: words only.
      }
      default ->
          notes.add(
              "flag-unknown",
              index.path(flag) + ".category",
              "The flag is of no known category; its words were kept.");
    }
    Optional<String> category =
        flag.getCategory().stream().flatMap(c -> Codings.words(c).stream()).findFirst();
    Codings.words(flag.getCode())
        .ifPresent(said -> words.add(category.orElse("Flag") + ": " + said));
  }

  private void scene(org.hl7.fhir.r4.model.Flag flag) {
    sceneSaid = true;
    String code = Codings.findCode(List.of(flag.getCode()), SCENE).orElse("");
    switch (code) {
      case "S" -> {
        // The scene is safe: nothing to warn of.
      }
      case "U" -> flags.add(Flag.SCENE_UNSAFE);
      case "UNK" -> flags.add(Flag.SCENE_SAFETY_UNKNOWN);
      default -> {
        flags.add(Flag.SCENE_SAFETY_UNKNOWN);
        notes.add(
            "scene-safety-uncoded",
            index.path(flag) + ".code",
            "Scene safety is not coded as safe, unsafe or unknown; it counts as unknown.");
      }
    }
  }

  private static String kind(org.hl7.fhir.r4.model.Flag flag) {
    Optional<String> code = Codings.findCode(flag.getCategory(), CATEGORIES);
    if (code.isPresent()) {
      return code.get();
    }
    String said =
        String.join(
                " ", flag.getCategory().stream().flatMap(c -> Codings.words(c).stream()).toList())
            .toLowerCase(Locale.ROOT);
    return said.contains("scene safety")
        ? "SS"
        : said.contains("safeguarding")
            ? "SG"
            : said.contains("reasonable adjustment")
                ? "RA"
                : said.contains("infection")
                    ? "IR"
                    : said.contains("respect") ? "RT" : said.contains("repeat caller") ? "RC" : "";
  }
}
