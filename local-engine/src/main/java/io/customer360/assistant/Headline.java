package io.customer360.assistant;

/// The one big number of an answer and what it says.
///
/// @param number the plain value, never rounded for display
/// @param text ready to print: `214`, `£1,204,310`, `9.2 %`
/// @param words what it counts, printed strong after it: `loyal customers are at risk`
/// @param rest the muted end of the sentence, with its own leading punctuation: `, 9.2 % of 2,316`;
///     may be empty
public record Headline(double number, String text, String words, String rest) {}
