package io.customer360.studio.words;

import io.customer360.assistant.UnknownSpan;
import io.customer360.studio.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What words were taken to mean.
///
/// @param rule null when not all of it was understood
/// @param phrases what each rule was made of, in the order of the rules at the root
/// @param unknown words not understood, with their places in the text
/// @param problem why there is no rule, one plain line; empty otherwise
public record Spoken(
    String text,
    @Nullable Rule rule,
    List<String> phrases,
    List<UnknownSpan> unknown,
    String problem) {
  public Spoken {
    phrases = List.copyOf(phrases);
    unknown = List.copyOf(unknown);
  }

  public boolean understood() {
    return rule != null;
  }
}
