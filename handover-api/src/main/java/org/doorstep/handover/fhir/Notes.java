package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.handover.bars.BarsNote;

/** Gathers what is odd in one message, each thing once, so many at most. */
final class Notes {
  private static final int NOTES_MAX = 40;

  private final List<BarsNote> list = new ArrayList<>();

  void add(String code, String where, String sentence) {
    add(new BarsNote(code, where, sentence));
  }

  void add(BarsNote note) {
    if (list.size() < NOTES_MAX && !list.contains(note)) {
      list.add(note);
    }
  }

  List<BarsNote> list() {
    return list;
  }
}
