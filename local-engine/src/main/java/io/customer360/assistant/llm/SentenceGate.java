package io.customer360.assistant.llm;

import java.util.Optional;
import java.util.function.Consumer;

/// Gathers a streamed text into sentences and passes each one on after its check; after the first
/// objection nothing more passes.
final class SentenceGate {
  private static final int LONGEST = 1_200;

  private final NumberCheck check;
  private final Consumer<String> passed;
  private final StringBuilder open = new StringBuilder();
  private final StringBuilder all = new StringBuilder();
  private String problem = "";

  SentenceGate(NumberCheck check, Consumer<String> passed) {
    this.check = check;
    this.passed = passed;
  }

  synchronized void add(String text) {
    open.append(text);
    int end = end();
    while (end > 0) {
      pass(open.substring(0, end));
      open.delete(0, end);
      end = end();
    }
  }

  /// After the full stop of a sentence that another has begun after; 0 when there is none.
  private int end() {
    for (int i = 0; i + 1 < open.length(); i++) {
      char c = open.charAt(i);
      if ((c == '.' || c == '?' || c == '!') && Character.isWhitespace(open.charAt(i + 1))) {
        return i + 1;
      }
    }
    return 0;
  }

  synchronized void finish() {
    pass(open.toString());
    open.setLength(0);
    if (problem.isEmpty() && all.isEmpty()) {
      problem = "nothing was said";
    }
  }

  private void pass(String sentence) {
    String text = sentence.strip();
    if (text.isEmpty() || !problem.isEmpty()) {
      return;
    }
    Optional<String> objection = check.objection(text);
    if (objection.isPresent()) {
      problem = objection.get();
    } else if (all.length() + text.length() > LONGEST) {
      problem = "too much was said";
    } else {
      all.append(all.isEmpty() ? "" : " ").append(text);
      passed.accept(text);
    }
  }

  synchronized String problem() {
    return problem;
  }

  synchronized String text() {
    return all.toString();
  }
}
