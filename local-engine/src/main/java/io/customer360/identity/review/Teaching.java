package io.customer360.identity.review;

/// What judged pairs taught the model, measured on pairs it had not learned from.
///
/// @param labels judged pairs
/// @param matches of them one person
/// @param before F1 at one half of the model nobody taught, 0 to 1
/// @param after F1 of the taught model by five-fold cross-validation; `before` when there were too
///     few labels to try
/// @param kept whether it was better, and so is in force
public record Teaching(int labels, int matches, double before, double after, boolean kept) {}
