package io.customer360.assistant.planner;

import java.util.List;
import java.util.Optional;

/// A phrase of the question with everything it can mean, and whether a rule has accounted for it.
final class Item {
  final int from;
  final int to;
  final List<Token> tokens;
  final List<Sense> senses;
  private boolean used;

  Item(int from, int to, List<Token> tokens, List<Sense> senses) {
    this.from = from;
    this.to = to;
    this.tokens = List.copyOf(tokens);
    this.senses = List.copyOf(senses);
  }

  boolean used() {
    return used;
  }

  void use() {
    used = true;
  }

  <T extends Sense> Optional<T> as(Class<T> type) {
    return senses.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  boolean can(Class<? extends Sense> type) {
    return senses.stream().anyMatch(type::isInstance);
  }

  boolean is(Word... words) {
    for (Sense sense : senses) {
      if (sense instanceof Sense.Steer(Word word)) {
        for (Word wanted : words) {
          if (word == wanted) {
            return true;
          }
        }
      }
    }
    return false;
  }

  boolean unknown() {
    return senses.isEmpty();
  }

  boolean comma() {
    return tokens.size() == 1 && tokens.getFirst().kind() == Token.Kind.COMMA;
  }

  /// The person's own words, spelling mended.
  String phrase() {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (Token token : tokens) {
      String word = token.corrected().isEmpty() ? token.text() : token.norm();
      if (word.equals(last)) {
        continue;
      }
      text.append(text.isEmpty() ? "" : " ").append(word);
      last = word;
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return phrase() + senses;
  }
}
