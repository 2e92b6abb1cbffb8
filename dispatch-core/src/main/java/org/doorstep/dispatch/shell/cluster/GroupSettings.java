package org.doorstep.dispatch.shell.cluster;

import java.util.List;

/**
 * Where the members of a group are that answer questions for somebody else. A group is no part of
 * the cluster that dispatches: it has another name, other ports and other members.
 *
 * @param name members of another name are never joined
 * @param members some of the members, one at least; the others are learned of them. All are on
 *     private addresses, because whoever reaches a port of a group is a member of it
 */
public record GroupSettings(String name, List<NodeAddress> members) {
  private static final int MEMBERS_MAX = 64;

  public GroupSettings {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > MEMBERS_MAX) {
      throw new IllegalArgumentException(
          "The members (%d) of a group must be 1 to %d.".formatted(members.size(), MEMBERS_MAX));
    }
    members.forEach(GroupSettings::requirePrivate);
  }

  static void requirePrivate(NodeAddress address) {
    if (!address.isPrivate()) {
      throw new IllegalArgumentException(
          """
          The address (%s) is no private one: whoever reaches a member of a group is a member.
          Maybe put the machines into a network of their own, or a tunnel between them."""
              .formatted(address));
    }
  }

  List<String> addresses() {
    return members.stream().map(NodeAddress::toString).toList();
  }
}
