package org.doorstep.simulator.optimise.post;

/**
 * What a plan of posts has to keep to.
 *
 * @param postsMax sites beside bases where crews may wait, 0 to {@link #POSTS_MAX}
 * @param crewsAtSiteMax crews of the roster that wait at one site; the more of them are on shift at
 *     other hours
 * @param worseMinutesMax by how much the expected drive to the calls of a zone may be longer than
 *     as it is, 0 or more: what the many gain must not be taken from a few
 */
public record PostRules(int postsMax, int crewsAtSiteMax, double worseMinutesMax) {
  /** More than a county has. */
  public static final int POSTS_MAX = 200;

  public PostRules {
    if (postsMax < 0 || postsMax > POSTS_MAX) {
      throw new IllegalArgumentException(
          "The posts (%d) must be from 0 to %d.".formatted(postsMax, POSTS_MAX));
    }
    if (crewsAtSiteMax < 1) {
      throw new IllegalArgumentException(
          "The crews (%d) at one site must be 1 or more.".formatted(crewsAtSiteMax));
    }
    if (!(worseMinutesMax >= 0)) {
      throw new IllegalArgumentException(
          "The minutes (%s) by which a place may be worse off must be 0 or more."
              .formatted(worseMinutesMax));
    }
  }

  /** Whether a plan keeps to them, or breaks them no more than the one it comes from. */
  boolean allow(Posting posting, PostPlan plan, PostPlan before) {
    int posts = posting.posts(plan).size();
    if (posts > postsMax && posts > posting.posts(before).size()) {
      return false;
    }
    for (int crew = 0; crew < plan.siteOf().size(); crew++) {
      int site = plan.siteOf().get(crew);
      if (site != before.siteOf().get(crew) && crewsAt(plan, site) > crewsAtSiteMax) {
        return false;
      }
    }
    return true;
  }

  private static long crewsAt(PostPlan plan, int site) {
    return plan.siteOf().stream().filter(each -> each == site).count();
  }
}
