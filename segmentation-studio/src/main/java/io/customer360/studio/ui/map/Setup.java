package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.Algorithm;

/// What a person chose to cluster by.
///
/// @param k 0: suggested
/// @param segmentOnly the people of the segment on screen instead of everybody
/// @param logarithms whether features that are skewed by nature are looked at by their logarithm
public record Setup(
    Algorithm algorithm,
    int k,
    long seed,
    String features,
    boolean segmentOnly,
    boolean logarithms) {
  static final Setup FIRST = new Setup(Algorithm.KMEANS, 6, 7, "behaviour", false, true);

  Setup with(Algorithm next) {
    return new Setup(next, k, seed, features, segmentOnly, logarithms);
  }

  Setup clusters(int next) {
    return new Setup(algorithm, next, seed, features, segmentOnly, logarithms);
  }

  Setup seed(long next) {
    return new Setup(algorithm, k, next, features, segmentOnly, logarithms);
  }

  Setup features(String next) {
    return new Setup(algorithm, k, seed, next, segmentOnly, logarithms);
  }

  Setup logarithms(boolean next) {
    return new Setup(algorithm, k, seed, features, segmentOnly, next);
  }

  Setup segmentOnly(boolean next) {
    return new Setup(algorithm, k, seed, features, next, logarithms);
  }
}
