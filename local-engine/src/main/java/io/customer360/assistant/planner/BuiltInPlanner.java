package io.customer360.assistant.planner;

import io.customer360.assistant.Understanding;
import io.customer360.assistant.UnknownSpan;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.People;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.assistant.semantic.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Reads questions without a language model. Immutable but for what its suppliers answer; safe for
/// any thread.
public final class BuiltInPlanner {
  private static final int MOST_ITEMS = 60;

  private final SemanticLayer layer;
  private final Values values;
  private final People people;
  private final Supplier<LocalDate> today;
  private final String asOfWords;
  private final Lexicon lexicon;

  /// @param values of the data as it is now; make a new planner when the data has changed
  /// @param today the day questions are asked on, in the workspace's zone
  /// @param asOfWords `20 Nov 2026, 09:40`
  public BuiltInPlanner(
      SemanticLayer layer,
      Values values,
      People people,
      Supplier<LocalDate> today,
      String asOfWords) {
    this.layer = layer;
    this.values = values;
    this.people = people;
    this.today = today;
    this.asOfWords = asOfWords;
    this.lexicon = new Lexicon(layer, values);
  }

  public Planned plan(String question, Map<String, String> overrides) {
    Calendar calendar = new Calendar(today.get());
    Tagger.Tagged tagged = new Tagger(lexicon, people, calendar).tag(question);
    Reading reading = new Reading(tagged.items(), layer, values, calendar, new ChipBox(overrides));
    if (tagged.items().stream().allMatch(i -> i.is(Word.FILLER))) {
      return refused(question, reading, List.of(), "Ask a question about your customers.");
    }
    if (tagged.items().size() > MOST_ITEMS) {
      return refused(
          question, reading, List.of(), "The question is too long to be read with care.");
    }
    if (!tagged.ambiguous().isEmpty()) {
      return severalPeople(question, reading, tagged.ambiguous().getFirst());
    }
    Built built = new PlanBuilder(reading).build();
    List<Item> left = new Leftovers(reading).items();
    List<UnknownSpan> unknown = spans(question, left);
    Plan plan = built.plan();
    if (!unknown.isEmpty()) {
      String words = String.join(", ", unknown.stream().map(u -> "\"" + u.text() + "\"").toList());
      return refused(question, reading, unknown, "Not understood: " + words + ".");
    }
    if (plan == null) {
      return refused(question, reading, List.of(), built.problem());
    }
    corrections(reading);
    return new Planned(
        new Understanding(
            question,
            true,
            plan.tool(),
            reading.chips.inOrder(),
            List.of(),
            List.of(),
            "Every phrase understood. As of " + asOfWords + ". Change a chip to ask again."),
        plan,
        "");
  }

  /// A mended word is shown, so that nobody is answered a question they did not ask.
  private static void corrections(Reading reading) {
    for (int i = 0; i < reading.size(); i++) {
      for (Token token : reading.item(i).tokens) {
        if (!token.corrected().isEmpty()) {
          reading.chips.fixed(i, "read." + i, token.corrected(), "read as " + token.norm());
        }
      }
    }
  }

  private Planned severalPeople(String question, Reading reading, List<People.Person> people) {
    List<String> near = new ArrayList<>();
    for (People.Person person : people.subList(0, Math.min(3, people.size()))) {
      near.add(
          question.replaceAll(
              "(?i)" + java.util.regex.Pattern.quote(nameIn(question, person)),
              person.customerId()));
    }
    String problem =
        "Several customers are called "
            + people.getFirst().name()
            + ": "
            + String.join(
                ", ",
                people.stream()
                    .limit(3)
                    .map(p -> p.customerId() + (p.city().isEmpty() ? "" : " in " + p.city()))
                    .toList())
            + ".";
    return new Planned(understanding(question, reading, List.of(), near, problem), null, problem);
  }

  private static String nameIn(String question, People.Person person) {
    String norm = Tokenizer.normalise(question);
    String name = Tokenizer.normalise(person.name());
    int at = norm.indexOf(name);
    return at >= 0 && norm.length() == question.length()
        ? question.substring(at, at + name.length())
        : person.name();
  }

  private Planned refused(
      String question, Reading reading, List<UnknownSpan> unknown, String problem) {
    List<String> near = new ArrayList<>();
    for (UnknownSpan span : unknown) {
      for (People.Person person : people.like(span.text(), 1)) {
        near.add(question.replace(span.text(), person.name()));
      }
    }
    for (String known : NearQuestions.to(question, 3)) {
      if (near.size() < 3 && !near.contains(known)) {
        near.add(known);
      }
    }
    return new Planned(
        understanding(
            question, reading, unknown, near.subList(0, Math.min(3, near.size())), problem),
        null,
        problem);
  }

  private static Understanding understanding(
      String question,
      Reading reading,
      List<UnknownSpan> unknown,
      List<String> near,
      String problem) {
    return new Understanding(
        question, false, "none", reading.chips.inOrder(), unknown, near, problem);
  }

  private static List<UnknownSpan> spans(String question, List<Item> left) {
    List<UnknownSpan> spans = new ArrayList<>();
    for (Item item : left) {
      int start = item.tokens.getFirst().start();
      int end = Math.min(question.length(), item.tokens.getLast().end());
      UnknownSpan last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && question.substring(last.end(), start).isBlank()) {
        spans.removeLast();
        start = last.start();
      }
      spans.add(new UnknownSpan(start, end, question.substring(start, end)));
    }
    return spans;
  }
}
