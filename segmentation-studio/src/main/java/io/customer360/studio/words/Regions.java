package io.customer360.studio.words;

import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Nations and places of Great Britain by the areas of their postcodes. The areas CH, DG, HR, LD,
/// SY and TD reach over a border; each counts to the nation that holds most of it.
final class Regions {
  private static final Map<String, String[]> AREAS = new LinkedHashMap<>();

  static {
    AREAS.put(
        "scotland",
        new String[] {
          "AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "TD",
          "ZE"
        });
    AREAS.put("wales", new String[] {"CF", "LD", "LL", "NP", "SA"});
    AREAS.put("northern ireland", new String[] {"BT"});
    AREAS.put("greater london", new String[] {"E", "EC", "N", "NW", "SE", "SW", "W", "WC"});
  }

  private static final Pattern PHRASE =
      Pattern.compile(
          "\\b(?:(?:who\\s+)?(?:live|living|are|based)\\s+)?(?:in|from|of)\\s+("
              + String.join("|", AREAS.keySet())
              + ")\\b",
          Pattern.CASE_INSENSITIVE);

  private Regions() {}

  /// A text with its region taken out.
  ///
  /// @param rest the same length, the phrase blanked
  record Found(String rest, String phrase, Rule rule) {}

  /// Null without a region, or with several, or when the phrase is turned round by a "not".
  static @org.jspecify.annotations.Nullable Found find(String text) {
    Matcher matcher = PHRASE.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    String before = text.substring(0, matcher.start()).stripTrailing();
    int start = matcher.start();
    int end = matcher.end();
    if (before.toLowerCase(java.util.Locale.ROOT).matches("(?s).*\\b(not|nor|never|outside)$")
        || matcher.find()
        || text.substring(end)
            .stripLeading()
            .toLowerCase(java.util.Locale.ROOT)
            .matches("(?s)(or|and/or)\\b.*")) {
      return null;
    }
    String phrase = text.substring(start, end);
    String name =
        phrase.replaceFirst("(?is).*\\b(?:in|from|of)\\s+", "").toLowerCase(java.util.Locale.ROOT);
    String rest = text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
    String[] areas = AREAS.get(name);
    return areas == null
        ? null
        : new Found(rest, phrase, new Rule.Attribute("postcode_area", Comparison.is(areas)));
  }
}
