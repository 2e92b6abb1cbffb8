package org.doorstep.dispatch.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a record type maps to JSON: its components by name, in the order of declaration. */
final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Constructor<?> constructor;

  /** One component: how to read it off a record, and what type it has. */
  record Part(String name, Type type, Method accessor) {
    @Nullable Object of(Object record) {
      try {
        return accessor.invoke(record);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("A record component cannot be read: " + name, e);
      }
    }
  }

  private RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      parts.put(
          component.getName(), new Part(component.getName(), component.getGenericType(), accessor));
    }
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record without its canonical constructor.", e);
    }
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  Map<String, Part> parts() {
    return parts;
  }

  /** Whether JSON shows the one component in place of the record, as for all ids. */
  boolean isBare() {
    return parts.size() == 1 && parts.containsKey("value");
  }

  Part barePart() {
    return parts.values().iterator().next();
  }

  /**
   * Makes a record.
   *
   * @throws WireFault if the record refuses the values, with its reason as the rule
   */
  Object make(@Nullable Object[] values, String place) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new WireFault(
            WireFault.Kind.INVALID_VALUE, place, String.valueOf(refused.getMessage()));
      }
      throw new IllegalStateException("A record cannot be made.", e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("A record cannot be made.", e);
    }
  }
}
