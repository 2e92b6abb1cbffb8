package org.doorstep.routing.westkent;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Invented names of streets, not given twice in one settlement while there are others left. */
final class StreetNames {
  private static final int TRIES_MAX = 12;

  private static final String[] FIRST = {
    "Alder",
    "Apple",
    "Ash",
    "Barley",
    "Barn",
    "Beech",
    "Birch",
    "Black",
    "Bramble",
    "Bridge",
    "Broad",
    "Brook",
    "Castle",
    "Chalk",
    "Chapel",
    "Cherry",
    "Chestnut",
    "Church",
    "Clover",
    "Cob",
    "Copper",
    "Cow",
    "Deer",
    "Elm",
    "Fern",
    "Fox",
    "Glebe",
    "Green",
    "Hawthorn",
    "Hazel",
    "High",
    "Holly",
    "Hop",
    "Ivy",
    "Kiln",
    "King",
    "Lark",
    "Lime",
    "Long",
    "Maple",
    "Mill",
    "Moor",
    "North",
    "Oak",
    "Oast",
    "Orchard",
    "Park",
    "Pear",
    "Pine",
    "Plum",
    "Queen",
    "Rag",
    "Red",
    "Rose",
    "Sand",
    "Shepherd",
    "South",
    "Spring",
    "Stone",
    "Sweet",
    "Swan",
    "Thorn",
    "Vale",
    "Walnut",
    "Weald",
    "Well",
    "West",
    "Wheat",
    "White",
    "Willow",
    "Wind",
    "Wood",
    "Yew"
  };
  private static final String[] SECOND = {
    "", "", "bourne", "bury", "combe", "court", "croft", "dale", "den", "down", "fields", "ford",
    "gate", "hanger", "hurst", "land", "lands", "leigh", "mead", "ridge", "side", "stead", "ton",
    "well", "wick", "wood"
  };
  private static final String[] STREETS = {
    "Road",
    "Road",
    "Street",
    "Avenue",
    "Drive",
    "Way",
    "Crescent",
    "Gardens",
    "Terrace",
    "Grove",
    "Rise",
    "Hill",
    "Walk",
    "Place"
  };
  private static final String[] CLOSES = {"Close", "Close", "Court", "Mews", "Place", "End"};
  private static final String[] LANES = {"Lane", "Lane", "Lane", "Road", "Hill", "Street"};

  private final Random random;
  private final Set<String> given = new HashSet<>();

  StreetNames(Random random) {
    this.random = random;
  }

  String street() {
    return fresh(STREETS);
  }

  String close() {
    return fresh(CLOSES);
  }

  String lane() {
    return fresh(LANES);
  }

  String farm() {
    return fresh(new String[] {"Farm"});
  }

  private String fresh(String[] kinds) {
    String name = "";
    for (int i = 0; i < TRIES_MAX; i++) {
      name = pick(FIRST) + pick(SECOND) + " " + pick(kinds);
      if (given.add(name)) {
        return name;
      }
    }
    return name;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
