package org.doorstep.handover.gp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A summary while its pages come in. Confined: for one thread at a time. */
public final class SummaryDraft {
  private static final int ENTRIES_MAX = 500;

  private final RecordedPatient patient;
  private final List<KnownPlan> plans = new ArrayList<>();
  private final Map<SectionKind, List<SummaryEntry>> lines = new EnumMap<>(SectionKind.class);
  private final Map<SectionKind, List<AnswerItem.None>> nones = new EnumMap<>(SectionKind.class);
  private final Map<SectionKind, SummaryFault> faults = new EnumMap<>(SectionKind.class);

  /** Nothing has come yet. */
  public SummaryDraft(RecordedPatient patient) {
    this.patient = patient;
    for (SectionKind each : SectionKind.values()) {
      lines.put(each, new ArrayList<>());
      nones.put(each, new ArrayList<>());
    }
  }

  /** Adds what a page says; what is said twice counts once. */
  public void add(AnswerPage page) {
    page.items().forEach(this::add);
  }

  private void add(AnswerItem item) {
    if (item instanceof AnswerItem.Plan plan) {
      once(plans, plan.plan(), SectionKind.PLANS);
    } else if (item instanceof AnswerItem.Line line) {
      once(lines(line.section()), line.entry(), line.section());
    } else if (item instanceof AnswerItem.None none) {
      once(nones(none.section()), none, none.section());
    }
  }

  private <T> void once(List<T> list, T value, SectionKind section) {
    if (list.contains(value)) {
      return;
    }
    if (list.size() < ENTRIES_MAX) {
      list.add(value);
    } else {
      fail(section, SummaryFault.TOO_LARGE);
    }
  }

  /** Marks a section as not whole; the first reason stays. */
  public void fail(SectionKind section, SummaryFault fault) {
    faults.putIfAbsent(section, fault);
  }

  /** What is known by now. */
  public PatientSummary summary() {
    return new PatientSummary(
        patient,
        plans(),
        section(SectionKind.ALLERGIES),
        section(SectionKind.MEDICINES),
        section(SectionKind.PROBLEMS),
        section(SectionKind.ENCOUNTERS));
  }

  private PlanSection plans() {
    List<KnownPlan> sorted =
        plans.stream()
            .sorted(
                Comparator.comparing(KnownPlan::kind)
                    .thenComparing(plan -> !plan.active())
                    .thenComparing(plan -> plan.made().orElse(""), Comparator.reverseOrder())
                    .thenComparing(KnownPlan::text))
            .toList();
    return new PlanSection(
        sorted.isEmpty() ? SectionState.NOTHING_RECEIVED : SectionState.ENTRIES,
        sorted,
        fault(SectionKind.PLANS));
  }

  private SummarySection section(SectionKind kind) {
    List<SummaryEntry> entries = lines(kind).stream().sorted(order(kind)).toList();
    // Whoever says none and names one as well contradicts themselves: the one that is named counts.
    boolean none =
        entries.isEmpty()
            && faults.get(kind) == null
            && nones(kind).stream().anyMatch(AnswerItem.None::ofAll);
    SectionState state =
        !entries.isEmpty()
            ? SectionState.ENTRIES
            : none ? SectionState.NONE_RECORDED : SectionState.NOTHING_RECEIVED;
    List<String> says = nones(kind).stream().map(AnswerItem.None::words).distinct().toList();
    return new SummarySection(state, entries, says, fault(kind));
  }

  /** What is past stands last; of encounters the latest first, all else by name. */
  private static Comparator<SummaryEntry> order(SectionKind kind) {
    Comparator<SummaryEntry> order = Comparator.comparing(entry -> !entry.active());
    if (kind == SectionKind.ENCOUNTERS) {
      order = order.thenComparing(entry -> entry.since().orElse(""), Comparator.reverseOrder());
    }
    return order.thenComparing(SummaryEntry::text);
  }

  private Optional<SummaryFault> fault(SectionKind kind) {
    return Optional.ofNullable(faults.get(kind));
  }

  private List<SummaryEntry> lines(SectionKind kind) {
    return lines.computeIfAbsent(kind, each -> new ArrayList<>());
  }

  private List<AnswerItem.None> nones(SectionKind kind) {
    return nones.computeIfAbsent(kind, each -> new ArrayList<>());
  }
}
