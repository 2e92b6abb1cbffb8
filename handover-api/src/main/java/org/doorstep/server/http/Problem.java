package org.doorstep.server.http;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a request, as RFC 9457 has it: a stable code, words, and where.
 *
 * @param pointer a JSON pointer into the body
 * @param advice what can be done about a refused command
 * @param number the stable number of a refusal
 * @param sequence the area's last event when a command was refused
 * @param faults what is wrong in a file that came with the request
 */
record Problem(
    String type,
    String title,
    int status,
    String code,
    Optional<String> detail,
    Optional<String> pointer,
    Optional<String> advice,
    Optional<Integer> number,
    Optional<Long> sequence,
    Optional<List<ShownFault>> faults) {

  static Problem of(int status, String code, String title) {
    return new Problem(
        "/problems/" + code,
        title,
        status,
        code,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Problem at(String place, String rule) {
    return new Problem(
        type,
        title,
        status,
        code,
        Optional.of(rule),
        Optional.of(place),
        advice,
        number,
        sequence,
        faults);
  }

  Problem because(String words) {
    return new Problem(
        type, title, status, code, Optional.of(words), pointer, advice, number, sequence, faults);
  }

  Problem naming(List<ShownFault> found) {
    return new Problem(
        type,
        title,
        status,
        code,
        detail,
        pointer,
        advice,
        number,
        sequence,
        Optional.of(found).filter(each -> !each.isEmpty()));
  }
}
