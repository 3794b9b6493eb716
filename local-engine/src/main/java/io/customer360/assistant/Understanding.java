package io.customer360.assistant;

import java.util.List;

/// What a question was taken to mean.
///
/// @param understood false when words that carry meaning are left over, or the parts do not make a
///     question that can be counted; then there is no number
/// @param kind the plan's tool in a word: `count`, `compare`, `explain`; `none` when not understood
/// @param unknown the words left over, in order
/// @param near up to three questions close by that can be answered; empty when understood
/// @param words one line below the chips: `Every phrase understood. As of 20 Nov 2026, 09:40.`
public record Understanding(
    String question,
    boolean understood,
    String kind,
    List<Chip> chips,
    List<UnknownSpan> unknown,
    List<String> near,
    String words) {
  public Understanding {
    chips = List.copyOf(chips);
    unknown = List.copyOf(unknown);
    near = List.copyOf(near);
  }
}
