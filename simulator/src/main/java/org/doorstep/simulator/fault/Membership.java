package org.doorstep.simulator.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Who of the nodes should own the area: the one that has been here longest of those that are seen.
 * It says who tries; the log says who succeeds. One thread.
 *
 * <p>A node that dies or stands still is missed only after some seconds, and a node that was paused
 * learns only at its next look that it was missed. During a cut each node sees itself alone.
 */
final class Membership {
  private static final long AWAY_MILLIS = 5_000;

  private final VirtualClock clock;
  private final FaultCounts counts;
  private final List<Member> members = new ArrayList<>();
  private long joins;
  private long cutUntil;

  private static final class Member {
    private final Node node;
    private long seenAt;
    private long joined;

    Member(Node node, long joined) {
      this.node = node;
      this.joined = joined;
    }
  }

  Membership(VirtualClock clock, FaultCounts counts) {
    this.clock = clock;
    this.counts = counts;
  }

  void join(Node node) {
    members.add(new Member(node, joins++));
  }

  /** Keeps the nodes from seeing each other for some time. */
  void cut(long millis) {
    counts.count(FaultKind.CUT);
    cutUntil = Math.max(cutUntil, clock.millis() + millis);
  }

  /** Whether anybody could decide anything. */
  boolean isAnybodyAwake() {
    return members.stream().anyMatch(member -> member.node.isAwake());
  }

  /** The nodes that commands can be sent to, because they take themselves for the owner. */
  List<Node> listReached() {
    return members.stream().map(member -> member.node).filter(Node::isReached).toList();
  }

  /** Looks around once; every node that is awake hears of it. */
  void look() {
    long now = clock.millis();
    for (Member member : members) {
      if (member.node.isAwake()) {
        if (now - member.seenAt > AWAY_MILLIS) {
          member.joined = joins++;
        }
        member.seenAt = now;
      }
    }
    for (Member member : members) {
      if (member.node.isAwake()) {
        member.node.own(now < cutUntil || isEldest(member, now));
      }
    }
  }

  private boolean isEldest(Member member, long now) {
    return members.stream()
        .noneMatch(other -> other.joined < member.joined && now - other.seenAt <= AWAY_MILLIS);
  }
}
