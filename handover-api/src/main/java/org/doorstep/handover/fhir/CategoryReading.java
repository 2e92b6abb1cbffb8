package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * The sender's category: a code of {@code arp-priority-codes}.
 *
 * <p>It is looked for in the care plan that the request is based on, then in all care plans, then
 * anywhere but in the questions of a questionnaire. Where several disagree the most urgent counts.
 */
final class CategoryReading {
  private static final String SYSTEM = "arp-priority-code";

  /** The standard's levels of nesting are few; a guard against endless ones. */
  private static final int DEPTH_MAX = 12;

  private CategoryReading() {}

  static Optional<Category> read(BundleIndex index, ServiceRequest request, Notes notes) {
    List<CarePlan> based =
        request.getBasedOn().stream().flatMap(r -> index.find(r, CarePlan.class).stream()).toList();
    List<Resource> anywhere =
        index.list().stream().filter(resource -> !(resource instanceof Questionnaire)).toList();
    for (List<? extends Resource> place :
        List.of(based, index.list(CarePlan.class), List.of(request), anywhere)) {
      Optional<Category> category = mostUrgent(index, place, notes);
      if (category.isPresent()) {
        return category;
      }
    }
    return Optional.empty();
  }

  private static Optional<Category> mostUrgent(
      BundleIndex index, List<? extends Resource> place, Notes notes) {
    EnumSet<Category> found = EnumSet.noneOf(Category.class);
    for (Resource resource : place) {
      for (Coding coding : codings(resource)) {
        String code = coding.hasCode() ? coding.getCode() : "";
        Optional<Category> category = category(code);
        category.ifPresent(found::add);
        if (category.isEmpty()) {
          notes.add(
              "category-unknown",
              index.path(resource),
              "A priority code is none of the standard's and was not used.");
        }
      }
    }
    if (found.size() > 1) {
      notes.add(
          "category-ambiguous",
          index.path(place.get(0)),
          "Several priority codes are given; the most urgent counts.");
    }
    return found.stream().min(Comparator.comparingInt(Category::level));
  }

  private static Optional<Category> category(String given) {
    return switch (given.trim().toUpperCase(Locale.ROOT)) {
      case "C1" -> Optional.of(Category.C1);
      case "C2" -> Optional.of(Category.C2);
      case "C3" -> Optional.of(Category.C3);
      case "C4", "C4T" -> Optional.of(Category.C4);
      case "C5" -> Optional.of(Category.C5);
      case "HCP1" -> Optional.of(Category.HCP1);
      case "HCP2" -> Optional.of(Category.HCP2);
      case "HCP3" -> Optional.of(Category.HCP3);
      // The published code system spells the transport variant without its C.
      case "HCP4", "HCP4T", "HP4T" -> Optional.of(Category.HCP4);
      case "IFT1" -> Optional.of(Category.IFT1);
      case "IFT2" -> Optional.of(Category.IFT2);
      case "IFT3" -> Optional.of(Category.IFT3);
      case "IFT4" -> Optional.of(Category.IFT4);
      default -> Optional.empty();
    };
  }

  private static List<Coding> codings(Resource resource) {
    List<Coding> found = new ArrayList<>();
    List<Base> level = List.of(resource);
    for (int depth = 0; depth < DEPTH_MAX && !level.isEmpty(); depth++) {
      List<Base> next = new ArrayList<>();
      for (Base element : level) {
        if (element instanceof Coding coding && Codings.isOf(coding, SYSTEM)) {
          found.add(coding);
        }
        element.children().stream().map(Property::getValues).forEach(next::addAll);
      }
      level = next;
    }
    return found;
  }
}
