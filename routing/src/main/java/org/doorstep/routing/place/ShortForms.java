package org.doorstep.routing.place;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Short forms that people, signs and address files use, and words that carry no name. */
final class ShortForms {
  /** The usual meaning comes first: "st" is a street before it is a saint. */
  private static final Map<String, List<String>> MEANINGS =
      read(
          """
          st street saint; str street; rd road; ave avenue; av avenue; avn avenue; blvd boulevard
          cl close; clo close; cres crescent; crs crescent; cr crescent; ct court; crt court
          dr drive; drv drive; dri drive; gdn garden; gdns gardens; gds gardens; gr grove; gro grove
          grv grove; grn green; gn green; ho house; hse house; la lane; ln lane; pk park; pl place
          pde parade; sq square; ter terrace; terr terrace; tce terrace; wk walk; wlk walk; wy way
          hosp hospital; hsp hospital; sch school; schl school; stn station; sta station
          jn junction; jct junction; junc junction; jctn junction; jnc junction
          rbt roundabout; rdbt roundabout; rndbt roundabout; rabt roundabout; rab roundabout
          xrds crossroads; xroads crossroads; n north; s south; e east; w west
          ne northeast; nw northwest; se southeast; sw southwest
          gt great; grt great; lt little; ltl little; lwr lower; lr lower; upr upper; up upper
          mt mount; mnt mount; br bridge; brg bridge; bdge bridge; cmn common; com common
          cott cottage; ctg cottage; cotts cottages; ctgs cottages; est estate; ind industrial
          trad trading; bus business; ctr centre; cntr centre; center centre; emb embankment
          prom promenade; esp esplanade; hl hill; hts heights; mws mews; ri rise; rs rise; vw view
          vil villas; vlls villas; rly railway; rwy railway; ch church; chu church; fm farm
          surg surgery; med medical; hlth health; univ university; uni university; coll college
          acad academy; prim primary; pri primary; sec secondary; inf infant; jnr junior; jun junior
          nurs nursing; rec recreation; grd ground; bldg building; bldgs buildings; apt apartment
          apts apartments; ho house; mkt market; sta station; svcs services; serv services; aly alley
          cswy causeway; chyd churchyard; arc arcade; bk bank; fld field; flds fields; hth heath
          yd yard; whf wharf; nr near; opp opposite; cnr corner; crnr corner; os outside
          """);

  /** They may be met, but need not be. */
  private static final Set<String> NOISE =
      Set.of(
          "and",
          "the",
          "of",
          "at",
          "by",
          "in",
          "on",
          "off",
          "to",
          "x",
          "with",
          "meets",
          "near",
          "next",
          "opposite",
          "outside",
          "behind",
          "between",
          "corner",
          "junction",
          "crossroads",
          "no",
          "number",
          "flat",
          "uk",
          "england",
          "wales");

  /** Words by which people say that they mean where two roads meet. */
  private static final Set<String> OF_JUNCTIONS =
      Set.of("x", "corner", "junction", "crossroads", "meets");

  private ShortForms() {}

  /** What a short form may stand for; empty for other words. */
  static List<String> meanings(String word) {
    return MEANINGS.getOrDefault(word, List.of());
  }

  /** Whether a typed word says nothing of the name. */
  static boolean isNoise(String word) {
    return NOISE.contains(full(word));
  }

  /** Whether a typed word asks for a junction. */
  static boolean isOfJunctions(String word) {
    return OF_JUNCTIONS.contains(full(word));
  }

  /** One spelling for all ways to write a word: "st", "street" and "saint" are the same. */
  static String full(String word) {
    String full = MEANINGS.getOrDefault(word, List.of(word)).get(0);
    return full.equals("saint") ? "street" : full;
  }

  private static Map<String, List<String>> read(String text) {
    Map<String, List<String>> meanings = new TreeMap<>();
    for (String entry : text.split("[;\\n]", -1)) {
      List<String> words = List.of(entry.strip().split(" +", -1));
      if (words.size() > 1) {
        meanings.put(words.get(0), List.copyOf(words.subList(1, words.size())));
      }
    }
    return Map.copyOf(meanings);
  }
}
