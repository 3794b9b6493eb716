package io.customer360.identity.standard;

import java.util.HashMap;
import java.util.Map;

/// The usual short forms of street and dwelling words, made one.
final class AddressWords {
  private static final String PAIRS =
      "street st,road rd,avenue ave,avenue av,avenue aven,boulevard blvd,boulevard bvd,drive dr,"
          + "drive drv,lane ln,court ct,crescent cres,crescent cr,place pl,close cl,circuit cct,"
          + "circuit crct,parade pde,terrace tce,terrace ter,terrace terr,highway hwy,square sq,"
          + "grove gr,grove grv,gardens gdns,garden gdn,apartment apt,flat fl,unit un,suite ste,"
          + "floor flr,building bldg,house hse,north n,south s,east e,west w,mount mt,saint snt,"
          + "village vlge,village vill,retirement retrmnt,retirement ret,caravan crvn,park pk,"
          + "centre center,centre ctr,centre cntr,station stn,parkway pkwy,turnpike tpke,"
          + "expressway expy,freeway fwy,strasse str,farm frm,heights hts,first 1st,second 2nd,"
          + "third 3rd,fourth 4th,fifth 5th,sixth 6th,seventh 7th,eighth 8th,ninth 9th,tenth 10th";
  private static final Map<String, String> LONG = new HashMap<>();

  static {
    for (String pair : PAIRS.split(",", -1)) {
      int blank = pair.indexOf(' ');
      LONG.put(pair.substring(blank + 1), pair.substring(0, blank));
    }
  }

  private AddressWords() {}

  /// @param folded words parted by blanks
  static String standard(String folded) {
    StringBuilder out = new StringBuilder(folded.length() + 8);
    for (String word : folded.split(" ", -1)) {
      out.append(out.isEmpty() ? "" : " ").append(LONG.getOrDefault(word, word));
    }
    return out.toString();
  }
}
