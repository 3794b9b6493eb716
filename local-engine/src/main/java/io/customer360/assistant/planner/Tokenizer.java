package io.customer360.assistant.planner;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a question into tokens and keeps where each stood.
final class Tokenizer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<id>\\b[cC](?:-\\d{3,9}|\\d{5,9})\\b)"
              + "|(?<iso>\\b\\d{4}-\\d{2}-\\d{2}\\b)"
              + "|(?<dmy>\\b\\d{1,2}[./]\\d{1,2}[./]\\d{4}\\b)"
              + "|(?<num>[£$€]?\\s?\\d+(?:,\\d{3})*(?:\\.\\d+)?\\s?(?:%|k\\b|K\\b)?)(?!\\d)"
              + "|(?<sign>>=|<=|≥|≤|>|<|=)"
              + "|(?<comma>[,;])"
              + "|(?<word>\\p{L}[\\p{L}\\p{M}\\d]*(?:['’]\\p{L}+)?)");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, List<String>> SHORT_FORMS =
      Map.ofEntries(
          Map.entry("what's", List.of("what", "is")),
          Map.entry("who's", List.of("who", "is")),
          Map.entry("how's", List.of("how", "is")),
          Map.entry("where's", List.of("where", "is")),
          Map.entry("that's", List.of("that", "is")),
          Map.entry("i'm", List.of("i", "am")),
          Map.entry("we're", List.of("we", "are")),
          Map.entry("who've", List.of("who", "have")),
          Map.entry("we've", List.of("we", "have")),
          Map.entry("can't", List.of("can", "not")),
          Map.entry("cannot", List.of("can", "not")),
          Map.entry("won't", List.of("will", "not")));
  private static final Map<String, Double> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("two", 2.0),
          Map.entry("three", 3.0),
          Map.entry("four", 4.0),
          Map.entry("five", 5.0),
          Map.entry("six", 6.0),
          Map.entry("seven", 7.0),
          Map.entry("eight", 8.0),
          Map.entry("nine", 9.0),
          Map.entry("ten", 10.0),
          Map.entry("twelve", 12.0),
          Map.entry("twenty", 20.0),
          Map.entry("thirty", 30.0),
          Map.entry("fifty", 50.0),
          Map.entry("hundred", 100.0));

  private Tokenizer() {}

  static List<Token> tokens(String question) {
    String text = padded(question);
    List<Token> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      String found = m.group();
      int start = m.start();
      int end = m.end();
      if (m.group("id") != null) {
        String digits = found.replaceAll("\\D", "");
        tokens.add(plain(found, start, end, Token.Kind.CUSTOMER_ID, "C-" + pad(digits)));
      } else if (m.group("iso") != null) {
        tokens.add(plain(found, start, end, Token.Kind.DATE, found));
      } else if (m.group("dmy") != null) {
        String[] p = found.split("[./]");
        tokens.add(
            plain(found, start, end, Token.Kind.DATE, p[2] + "-" + two(p[1]) + "-" + two(p[0])));
      } else if (m.group("num") != null) {
        tokens.add(number(found, start, end));
      } else if (m.group("sign") != null) {
        tokens.add(
            plain(found, start, end, Token.Kind.SIGN, found.replace("≥", ">=").replace("≤", "<=")));
      } else if (m.group("comma") != null) {
        tokens.add(plain(found, start, end, Token.Kind.COMMA, ","));
      } else {
        word(found, start, end, tokens);
      }
    }
    return tokens;
  }

  /// `e-mail` as one word, of the same length so that offsets stay those of the question.
  private static String padded(String question) {
    Matcher m = Pattern.compile("(?i)e-mail(ed|ing|s)?").matcher(question);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String tail = m.group(1) == null ? "" : m.group(1);
      m.appendReplacement(out, "email" + tail + " ");
    }
    m.appendTail(out);
    return out.toString();
  }

  private static void word(String found, int start, int end, List<Token> tokens) {
    String norm = normalise(found).replace('’', '\'');
    List<String> parts = SHORT_FORMS.get(norm);
    if (parts == null && norm.endsWith("n't")) {
      parts = List.of(norm.substring(0, norm.length() - 3), "not");
    }
    if (parts != null) {
      for (String part : parts) {
        tokens.add(plain(found, start, end, Token.Kind.WORD, part));
      }
      return;
    }
    int possessive = norm.indexOf('\'');
    if (possessive > 0) {
      norm = norm.substring(0, possessive);
    }
    Double value = NUMBER_WORDS.get(norm);
    if (value != null) {
      tokens.add(new Token(found, start, end, Token.Kind.NUMBER, norm, norm, value, "", ""));
    } else {
      tokens.add(plain(found, start, end, Token.Kind.WORD, norm));
    }
  }

  private static Token number(String found, int start, int end) {
    String compact = found.replace(",", "").replaceAll("\\s", "");
    String mark = compact.endsWith("%") ? "%" : "";
    if (!compact.isEmpty() && "£$€".indexOf(compact.charAt(0)) >= 0) {
      mark = "£";
      compact = compact.substring(1);
    }
    double factor = 1;
    if (compact.endsWith("k") || compact.endsWith("K")) {
      factor = 1000;
      compact = compact.substring(0, compact.length() - 1);
    }
    compact = compact.replace("%", "");
    double value = Double.parseDouble(compact) * factor;
    int lead = found.length() - found.stripLeading().length();
    return new Token(
        found.strip(),
        start + lead,
        start + lead + found.strip().length(),
        Token.Kind.NUMBER,
        compact,
        compact,
        mark.equals("%") ? value / 100 : value,
        mark,
        "");
  }

  private static Token plain(String text, int start, int end, Token.Kind kind, String norm) {
    String stem = kind == Token.Kind.WORD ? stem(norm) : norm;
    return new Token(text, start, end, kind, norm, stem, Double.NaN, "", "");
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  static String pad(String digits) {
    return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }

  /// Lower case, accents off, `ł` and the like to their plain letters.
  static String normalise(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace('ł', 'l')
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("æ", "ae");
    return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
  }

  /// Plural endings off; good enough for the field's nouns, and the same on both sides.
  static String stem(String norm) {
    if (norm.length() > 4 && norm.endsWith("ies")) {
      return norm.substring(0, norm.length() - 3) + "y";
    }
    if (norm.length() > 4
        && (norm.endsWith("sses")
            || norm.endsWith("xes")
            || norm.endsWith("ches")
            || norm.endsWith("shes"))) {
      return norm.substring(0, norm.length() - 2);
    }
    if (norm.length() > 3
        && norm.endsWith("s")
        && !norm.endsWith("ss")
        && !norm.endsWith("us")
        && !norm.endsWith("is")) {
      return norm.substring(0, norm.length() - 1);
    }
    return norm;
  }

  /// The stems of a phrase of the lexicon.
  static List<String> stems(String phrase) {
    List<String> stems = new ArrayList<>();
    for (Token token : tokens(phrase)) {
      if (token.kind() != Token.Kind.COMMA) {
        stems.add(token.stem());
      }
    }
    return stems;
  }
}
