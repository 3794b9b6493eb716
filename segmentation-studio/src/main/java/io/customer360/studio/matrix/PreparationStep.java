package io.customer360.studio.matrix;

/// One step of a preparation as a person sees it.
///
/// @param step `impute`, `winsorise`, `logarithm`, `standardise` or `components`
/// @param applied whether it changed anything
/// @param words what it did, or why it was not done
public record PreparationStep(String step, boolean applied, String words) {}
