package io.customer360.assistant.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Mends typing slips towards words of the lexicon, carefully: only longer words, the same first
/// letter, one nearest candidate, and never a proper English word of another meaning.
final class Spelling {
  /// English words that lie one slip from a word of the field and mean something else.
  private static final Set<String> OTHER_WORDS =
      Set.of(
          "older",
          "olders",
          "offices",
          "office",
          "officers",
          "stole",
          "story",
          "stories",
          "stone",
          "stones",
          "stock",
          "stocks",
          "score",
          "shore",
          "stare",
          "start",
          "state",
          "custom",
          "customs",
          "costume",
          "martin",
          "marlin",
          "market",
          "later",
          "latter",
          "rather",
          "prices",
          "price",
          "pricing",
          "order",
          "border",
          "borders",
          "sail",
          "sails",
          "salesperson",
          "scales",
          "tails",
          "revue",
          "revenge",
          "avenue",
          "channels",
          "chapel",
          "carrier",
          "career",
          "careers",
          "carriers",
          "barrier",
          "terrier",
          "marriage",
          "carriage",
          "tier",
          "tiers",
          "tire",
          "title",
          "risky",
          "disk",
          "rise",
          "loyalty",
          "royal",
          "royals",
          "local",
          "locals",
          "silver",
          "sliver",
          "solver",
          "golden",
          "bold",
          "cold",
          "sold",
          "told",
          "hold",
          "brown",
          "bronze",
          "cities",
          "cute",
          "pity",
          "country",
          "county",
          "counties",
          "counts",
          "countries",
          "region",
          "regions",
          "points",
          "paint",
          "paints",
          "prints",
          "joints",
          "print",
          "discos",
          "discourse",
          "tickets",
          "pickets",
          "tracker",
          "rockets",
          "pockets",
          "basket",
          "casket",
          "blanket",
          "weeks",
          "weekly",
          "weeds",
          "weed",
          "weather",
          "whether",
          "month",
          "mouth",
          "mouths",
          "quarter",
          "quarters",
          "quarterly",
          "returns",
          "return",
          "returner",
          "retains",
          "retail",
          "visits",
          "visit",
          "visitors",
          "visas",
          "family",
          "families",
          "familiar",
          "famous",
          "churn",
          "church",
          "churches",
          "women",
          "woman",
          "rating",
          "rates",
          "rate",
          "dating",
          "eating",
          "rowing",
          "campaign",
          "champagne",
          "campaigns",
          "camping",
          "topic",
          "topics",
          "tropics",
          "tonic",
          "segment",
          "segments",
          "cement",
          "profile",
          "profiles",
          "profit",
          "prophet",
          "profits",
          "product",
          "products",
          "produce",
          "producer",
          "parcels",
          "parents",
          "patients",
          "margin",
          "margins",
          "margarine",
          "virgin",
          "origin",
          "spent",
          "spend",
          "spends",
          "speed",
          "spell",
          "spelled",
          "scent",
          "bought",
          "brought",
          "thought",
          "fought",
          "opened",
          "owned",
          "opera",
          "opener",
          "clicked",
          "cliché",
          "stated",
          "lapsed",
          "collapsed",
          "elapsed",
          "active",
          "native",
          "passive",
          "lately",
          "lattes",
          "staff",
          "stuff",
          "employee",
          "employees",
          "suppliers",
          "supplier",
          "invoice",
          "invoices",
          "salary",
          "salaries",
          "weight",
          "height",
          "length",
          "colour",
          "color",
          "stakes",
          "steak",
          "stage",
          "share",
          "shares",
          "shape",
          "shame",
          "spare",
          "delivers",
          "delivered",
          "delivery",
          "deliver",
          "believers",
          "cheapest",
          "highest",
          "longest",
          "latest",
          "oldest",
          "newest",
          "nearest",
          "females",
          "female",
          "males",
          "male",
          "gender",
          "sex",
          "students",
          "children",
          "married",
          "worst",
          "first",
          "worse",
          "words",
          "world",
          "former",
          "farmer",
          "farmers",
          "formal",
          "quite",
          "quiet",
          "quilt",
          "leaving",
          "learning",
          "earning",
          "leaders",
          "leader",
          "loading");

  private final Lexicon lexicon;

  Spelling(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The tokens with mended words.
  List<Token> mend(List<Token> tokens) {
    List<Token> mended = new ArrayList<>();
    for (Token token : tokens) {
      mended.add(mend(token));
    }
    return mended;
  }

  private Token mend(Token token) {
    String word = token.stem();
    if (token.kind() != Token.Kind.WORD
        || word.length() < 5
        || lexicon.knows(word)
        || OTHER_WORDS.contains(token.norm())
        || OTHER_WORDS.contains(word)) {
      return token;
    }
    int allowed = word.length() >= 8 ? 2 : 1;
    String best = "";
    int bestDistance = allowed + 1;
    boolean tie = false;
    for (String candidate : lexicon.words()) {
      if (candidate.length() < 4
          || Math.abs(candidate.length() - word.length()) > allowed
          || candidate.charAt(0) != word.charAt(0)) {
        continue;
      }
      int distance = distance(word, candidate, allowed);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
        tie = false;
      } else if (distance == bestDistance && !candidate.equals(best)) {
        tie = true;
      }
    }
    return bestDistance > allowed || tie ? token : token.readAs(best);
  }

  /// Edits, swaps of neighbours counting one; more than `limit` is reported as `limit + 1`.
  static int distance(String a, String b, int limit) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int least = Integer.MAX_VALUE;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
        least = Math.min(least, d[i][j]);
      }
      if (least > limit) {
        return limit + 1;
      }
    }
    return d[a.length()][b.length()];
  }
}
