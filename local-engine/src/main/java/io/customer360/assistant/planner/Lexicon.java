package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.semantic.Activity;
import io.customer360.assistant.semantic.Attribute;
import io.customer360.assistant.semantic.Dimension;
import io.customer360.assistant.semantic.Measure;
import io.customer360.assistant.semantic.NamedFilter;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.assistant.semantic.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every phrase the planner knows, by its stems. Built once from the semantic layer and the data's
/// values; immutable afterwards.
final class Lexicon {
  /// A match of `length` tokens.
  record Match(List<Sense> senses, int length) {}

  private static final Map<String, String> CHANNELS =
      Map.of(
          "email",
          "email",
          "sms",
          "sms",
          "text",
          "sms",
          "text message",
          "sms",
          "phone",
          "phone",
          "post",
          "post",
          "mail",
          "post",
          "app",
          "app",
          "telephone",
          "phone");

  private final Map<String, List<Sense>> phrases = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private int longest = 1;

  Lexicon(SemanticLayer layer, Values values) {
    for (Word word : Word.values()) {
      word.phrases().forEach(p -> add(p, new Sense.Steer(word)));
    }
    grains();
    consents();
    layer.measures().values().forEach(this::measure);
    layer.dimensions().values().forEach(d -> dimension(d, values));
    for (Attribute a : layer.attributes().values()) {
      a.synonyms().forEach(s -> add(s, new Sense.AttributeSense(a.key())));
    }
    for (Activity a : layer.activities().values()) {
      a.synonyms().forEach(s -> add(s, new Sense.ActivitySense(a.key())));
    }
    for (NamedFilter f : layer.filters().values()) {
      f.synonyms().forEach(s -> add(s, new Sense.FilterSense(f.key())));
    }
    List<String> recalled = values.of("recalled_batch");
    if (!recalled.isEmpty()) {
      for (String phrase :
          List.of(
              "recalled",
              "recalled batch",
              "recalled product",
              "recall",
              "product recall",
              "the recalled batch",
              "affected by the recall",
              "recalled item",
              "recalled article")) {
        add(phrase, new Sense.ValueSense("batch", recalled));
      }
    }
    values
        .of("action")
        .forEach(a -> add(a.replace('-', ' ').replace('_', ' '), new Sense.ActionSense(a)));
  }

  private void measure(Measure m) {
    m.synonyms().forEach(s -> add(s, new Sense.MeasureSense(m.key())));
  }

  private void dimension(Dimension d, Values values) {
    d.synonyms().forEach(s -> add(s, new Sense.DimensionSense(d.key())));
    d.values()
        .forEach(
            (value, synonyms) -> {
              Sense sense = new Sense.ValueSense(d.key(), List.of(value));
              synonyms.forEach(s -> add(s, sense));
            });
    if (d.lookup()) {
      for (String value : values.of(d.key())) {
        if (!value.isBlank()) {
          add(value, new Sense.ValueSense(d.key(), List.of(value)));
        }
      }
    }
  }

  private void grains() {
    for (Grain grain : Grain.values()) {
      String w = grain.words();
      Sense sense = new Sense.GrainSense(grain);
      for (String lead :
          List.of("per ", "by ", "each ", "every ", "for each ", "in each ", "by the ")) {
        add(lead + w, sense);
      }
      add(w + " by " + w, sense);
    }
    add("daily", new Sense.GrainSense(Grain.DAY));
    add("weekly", new Sense.GrainSense(Grain.WEEK));
    add("monthly", new Sense.GrainSense(Grain.MONTH));
    add("quarterly", new Sense.GrainSense(Grain.QUARTER));
    add("yearly", new Sense.GrainSense(Grain.YEAR));
    add("annually", new Sense.GrainSense(Grain.YEAR));
  }

  private void consents() {
    CHANNELS.forEach(
        (said, channel) -> {
          for (String p :
              List.of(
                  "consent to %s",
                  "consent for %s",
                  "consent by %s",
                  "%s consent",
                  "consented to %s",
                  "allow %s",
                  "allowed %s",
                  "opted in to %s",
                  "opted into %s",
                  "agreed to %s",
                  "reachable by %s",
                  "be reached by %s",
                  "consent to %s marketing",
                  "consent for %s marketing",
                  "%s marketing consent",
                  "accept %s",
                  "may get %s",
                  "can get %s",
                  "contactable by %s",
                  "allow marketing by %s",
                  "%s opt in",
                  "marketing consent by %s",
                  "marketing consent for %s")) {
            add(p.formatted(said), new Sense.ConsentSense("marketing", channel, "yes", false));
          }
          for (String p :
              List.of(
                  "said no to %s",
                  "refused %s",
                  "opted out of %s",
                  "declined %s",
                  "%s opt out",
                  "no to %s",
                  "rejected %s")) {
            add(p.formatted(said), new Sense.ConsentSense("marketing", channel, "no", false));
          }
          for (String p :
              List.of(
                  "not asked for %s",
                  "not asked about %s",
                  "never asked about %s",
                  "not asked for %s consent",
                  "not been asked for %s consent",
                  "not been asked about %s",
                  "not been asked for %s")) {
            add(
                p.formatted(said),
                new Sense.ConsentSense("marketing", channel, "not_asked", false));
          }
        });
    for (String p : List.of("be emailed", "may be emailed", "can be emailed")) {
      add(p, new Sense.ConsentSense("marketing", "email", "yes", false));
    }
    for (String p : List.of("be texted", "may be texted", "can be texted")) {
      add(p, new Sense.ConsentSense("marketing", "sms", "yes", false));
    }
    for (String p : List.of("be called", "be phoned", "may be called")) {
      add(p, new Sense.ConsentSense("marketing", "phone", "yes", false));
    }
    for (String p :
        List.of(
            "marketing consent",
            "consent to marketing",
            "consent for marketing",
            "opted in",
            "allow marketing",
            "reachable",
            "be reached",
            "be contacted",
            "contactable",
            "agreed to marketing",
            "accept marketing",
            "consented to marketing")) {
      add(p, new Sense.ConsentSense("marketing", null, "yes", false));
    }
    for (String p : List.of("unreachable", "not reachable", "uncontactable")) {
      add(p, new Sense.ConsentSense("marketing", null, "yes", true));
    }
    for (String p : List.of("profiling consent", "consent to profiling", "allow profiling")) {
      add(p, new Sense.ConsentSense("profiling", null, "yes", false));
    }
    for (String p : List.of("said no to marketing", "refused marketing")) {
      add(p, new Sense.ConsentSense("marketing", null, "no", false));
    }
    has("email", "email address", "email addresses", "known email");
    has("phone", "phone number", "mobile number", "phone numbers", "telephone number");
    has("address", "postal address", "home address");
    has("loyalty_id", "loyalty card", "loyalty account", "loyalty id", "loyalty number");
    has("birth_date", "birth date", "date of birth", "birthday");
  }

  private void has(String field, String... said) {
    for (String phrase : said) {
      add(phrase, new Sense.HasSense(field));
    }
  }

  private void add(String phrase, Sense sense) {
    List<String> stems = Tokenizer.stems(phrase);
    String key = stems.isEmpty() ? phrase.strip() : String.join(" ", stems);
    if (key.isEmpty()) {
      return;
    }
    List<Sense> senses = phrases.computeIfAbsent(key, k -> new ArrayList<>());
    if (!senses.contains(sense)) {
      senses.add(sense);
    }
    words.addAll(stems);
    longest = Math.max(longest, stems.size());
  }

  /// The longest known phrase starting at token `at`.
  @Nullable Match match(List<Token> tokens, int at) {
    for (int n = Math.min(longest, tokens.size() - at); n >= 1; n--) {
      StringBuilder key = new StringBuilder();
      boolean broken = false;
      for (int i = at; i < at + n; i++) {
        broken |= tokens.get(i).kind() == Token.Kind.COMMA;
        key.append(i == at ? "" : " ").append(tokens.get(i).stem());
      }
      List<Sense> senses = broken ? null : phrases.get(key.toString());
      if (senses != null) {
        return new Match(List.copyOf(senses), n);
      }
    }
    return null;
  }

  boolean knows(String stem) {
    return words.contains(stem);
  }

  Set<String> words() {
    return words;
  }
}
