package org.doorstep.dispatch.shell.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A line on its way to whoever answers it. Written and read by hand, so that no member has to make
 * objects of classes that a stranger names.
 */
final class HazelcastQuestion
    implements Callable<String>, IdentifiedDataSerializable, HazelcastInstanceAware {
  static final int FACTORY = 7_101;
  static final String EXECUTOR = "questions";
  static final String ANSWERING = "answering";

  private String line;
  private @Nullable HazelcastInstance member;

  /** Empty, to be read. */
  HazelcastQuestion() {
    this("");
  }

  HazelcastQuestion(String line) {
    this.line = line;
  }

  @Override
  @SuppressWarnings("unchecked") // HazelcastAnswerer puts nothing else there.
  public String call() {
    HazelcastInstance here = Objects.requireNonNull(member, "A question without a member.");
    return ((UnaryOperator<String>)
            Objects.requireNonNull(here.getUserContext().get(ANSWERING), "Nobody answers here."))
        .apply(line);
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance here) {
    member = here;
  }

  @Override
  public int getFactoryId() {
    return FACTORY;
  }

  @Override
  public int getClassId() {
    return 1;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeString(line);
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    line = Objects.requireNonNullElse(in.readString(), "");
  }
}
