package io.customer360.assistant.planner;

import io.customer360.assistant.semantic.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns tokens into items: time phrases first, then the longest known phrases, then people's names
/// among what is left.
final class Tagger {
  private static final int LONGEST_NAME = 4;

  private final Lexicon lexicon;
  private final Spelling spelling;
  private final People people;
  private final TimePhrases times;

  Tagger(Lexicon lexicon, People people, Calendar calendar) {
    this.lexicon = lexicon;
    this.spelling = new Spelling(lexicon);
    this.people = people;
    this.times = new TimePhrases(calendar);
  }

  /// @param ambiguous names that several customers have
  record Tagged(List<Item> items, List<List<People.Person>> ambiguous) {}

  Tagged tag(String question) {
    List<Token> tokens = Tokenizer.tokens(question);
    List<List<People.Person>> ambiguous = new ArrayList<>();
    List<Item> first = items(tokens);
    List<Item> named = names(first, ambiguous);
    if (named.stream().noneMatch(Item::unknown)) {
      return new Tagged(named, ambiguous);
    }
    // Only words that nothing else explains are candidates for a typing slip.
    List<Token> mended = new ArrayList<>();
    for (Item item : named) {
      mended.addAll(
          item.unknown() && ambiguous.isEmpty() ? spelling.mend(item.tokens) : item.tokens);
    }
    ambiguous.clear();
    return new Tagged(names(items(mended), ambiguous), ambiguous);
  }

  private List<Item> items(List<Token> tokens) {
    List<Item> items = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      int length = 1;
      List<Sense> senses = List.of();
      TimePhrases.Match time = times.match(tokens, at);
      Lexicon.Match known = lexicon.match(tokens, at);
      if (time != null && (known == null || time.length() >= known.length())) {
        length = time.length();
        senses = List.of(new Sense.TimeSense(time.value()));
      } else if (known != null) {
        length = known.length();
        senses = known.senses();
      } else if (token.kind() == Token.Kind.CUSTOMER_ID) {
        senses = person(token.norm());
      } else if (token.kind() == Token.Kind.NUMBER) {
        senses = List.of(new Sense.NumberSense(token.number(), token.mark()));
      } else if (token.kind() == Token.Kind.COMMA) {
        senses = List.of(new Sense.Steer(Word.FILLER));
      }
      Item item = new Item(at, at + length, tokens.subList(at, at + length), senses);
      at += length;
      numbered(items, item, tokens);
    }
    return items;
  }

  /// `customer 4711`, `customer number 4711`: the number is an id, not a count.
  private void numbered(List<Item> items, Item item, List<Token> tokens) {
    Optional<Sense.NumberSense> number = item.as(Sense.NumberSense.class);
    if (number.isPresent() && !items.isEmpty() && number.get().mark().isEmpty()) {
      Item before = items.getLast();
      boolean customer =
          before.is(Word.CUSTOMERS) && before.tokens.getLast().norm().equals("customer");
      if (!customer && items.size() > 1 && before.tokens.getLast().is("number", "no", "id")) {
        Item earlier = items.get(items.size() - 2);
        if (earlier.is(Word.CUSTOMERS)) {
          items.removeLast();
          before = earlier;
          customer = true;
        }
      }
      if (customer && number.get().value() == Math.rint(number.get().value())) {
        items.removeLast();
        String id = "C-" + Tokenizer.pad(Long.toString((long) number.get().value()));
        items.add(new Item(before.from, item.to, tokens.subList(before.from, item.to), person(id)));
        return;
      }
    }
    boolean id = item.can(Sense.PersonSense.class);
    if (id && !items.isEmpty() && items.getLast().tokens.getLast().norm().equals("customer")) {
      Item before = items.removeLast();
      items.add(new Item(before.from, item.to, tokens.subList(before.from, item.to), item.senses));
      return;
    }
    items.add(item);
  }

  private List<Sense> person(String id) {
    return people
        .withId(id)
        .<List<Sense>>map(p -> List.of(new Sense.PersonSense(p.customerId(), p.name())))
        .orElse(List.of());
  }

  private List<Item> names(List<Item> items, List<List<People.Person>> ambiguous) {
    List<Item> out = new ArrayList<>();
    int at = 0;
    while (at < items.size()) {
      Item named = null;
      int taken = 0;
      if (items.get(at).unknown() || nameLike(items.get(at))) {
        for (int n = Math.min(LONGEST_NAME, items.size() - at); n >= 1 && named == null; n--) {
          named = name(items.subList(at, at + n), ambiguous);
          taken = n;
        }
      }
      if (named != null) {
        out.add(named);
        at += taken;
      } else {
        out.add(items.get(at));
        at++;
      }
    }
    return out;
  }

  /// A known word may open a name (`Gold`, `May`) only when an unknown word follows.
  private static boolean nameLike(Item item) {
    return item.tokens.size() == 1
        && item.tokens.getFirst().kind() == Token.Kind.WORD
        && Character.isUpperCase(item.tokens.getFirst().text().charAt(0))
        && item.from > 0;
  }

  private @Nullable Item name(List<Item> run, List<List<People.Person>> ambiguous) {
    if (run.stream().noneMatch(Item::unknown)
        || run.stream().anyMatch(i -> i.tokens.size() > 1 || i.comma())
        || run.getFirst().tokens.getFirst().kind() != Token.Kind.WORD) {
      return null;
    }
    List<Token> tokens = run.stream().flatMap(i -> i.tokens.stream()).toList();
    StringBuilder name = new StringBuilder();
    for (Token token : tokens) {
      String word = token.text();
      int possessive = Math.max(word.indexOf("'s"), word.indexOf("’s"));
      name.append(name.isEmpty() ? "" : " ")
          .append(possessive > 0 ? word.substring(0, possessive) : word);
    }
    List<People.Person> found = people.named(name.toString(), 6);
    if (found.isEmpty()) {
      return null;
    }
    if (found.size() > 1) {
      ambiguous.add(found);
      return new Item(run.getFirst().from, run.getLast().to, tokens, List.of());
    }
    People.Person person = found.getFirst();
    return new Item(
        run.getFirst().from,
        run.getLast().to,
        tokens,
        List.of(new Sense.PersonSense(person.customerId(), person.name())));
  }
}
