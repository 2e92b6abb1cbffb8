package org.doorstep.simulator.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.routing.GeoPoint;
import org.jspecify.annotations.Nullable;

/** An object of JSON that another program has written: what is not there is told by name. */
record Tree(Map<String, @Nullable Object> fields) {

  static Tree of(byte[] json) {
    return new Tree(JsonTree.parseObject(json));
  }

  Optional<Object> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  Optional<String> findText(String name) {
    return find(name).map(String::valueOf);
  }

  Optional<Tree> findTree(String name) {
    return find(name).map(value -> new Tree(JsonTree.object(value, name)));
  }

  Optional<Long> findLong(String name) {
    return find(name).map(value -> number(name, value).longValue());
  }

  String text(String name) {
    return findText(name).orElseThrow(() -> missing(name));
  }

  long integer(String name) {
    return findLong(name).orElseThrow(() -> missing(name));
  }

  double real(String name) {
    return number(name, find(name).orElseThrow(() -> missing(name))).doubleValue();
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  <E extends Enum<E>> E code(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  GeoPoint point() {
    return new GeoPoint(real("lat"), real("lon"));
  }

  List<Tree> trees(String name) {
    List<Tree> trees = new ArrayList<>();
    for (Object each : list(name)) {
      trees.add(new Tree(JsonTree.object(each, name)));
    }
    return trees;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object each : list(name)) {
      texts.add(String.valueOf(each));
    }
    return texts;
  }

  List<?> list(String name) {
    Object value = find(name).orElseThrow(() -> missing(name));
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("The field (%s) must be a list.".formatted(name));
  }

  private static Number number(String name, Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw new IllegalArgumentException("The field (%s) must be a number.".formatted(name));
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("The field (%s) is missing.".formatted(name));
  }
}
