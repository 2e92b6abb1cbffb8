package org.doorstep.dispatch.policy.cover;

/**
 * What things cost, all in one coin: late calls. A choice is better if the calls that are on hand,
 * the calls to come and the crews together cost less.
 *
 * @param minute each minute of response to a call on hand
 * @param cover the whole demand uncovered: about how many calls come while a unit is away, so that
 *     a share of demand uncovered is that share of them late
 * @param exchange each crew under way that is sent elsewhere
 * @param move each order to a standing unit
 * @param moveMinute each minute that a moved unit drives without siren
 * @param postMinute each minute that a unit drives to the post it is given on becoming free
 */
public record Prices(
    double minute,
    double cover,
    double exchange,
    double move,
    double moveMinute,
    double postMinute) {
  public Prices {
    require("minute", minute);
    require("cover", cover);
    require("exchange", exchange);
    require("move", move);
    require("minute of a move", moveMinute);
    require("minute to a post", postMinute);
    if (minute == 0) {
      throw new IllegalArgumentException("The price of a minute of response must be more than 0.");
    }
  }

  /** The same but for the price of each order that moves or exchanges. */
  public Prices withOrders(double exchangePrice, double movePrice) {
    return new Prices(minute, cover, exchangePrice, movePrice, moveMinute, postMinute);
  }

  /** The same but for the price of cover. */
  public Prices withCover(double coverPrice) {
    return new Prices(minute, coverPrice, exchange, move, moveMinute, postMinute);
  }

  private static void require(String name, double price) {
    if (!(price >= 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The price (%s late calls) of a %s must be finite and zero or more."
              .formatted(price, name));
    }
  }
}
