package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.record.RecordTable;
import java.util.List;

/// What a model is learned from.
///
/// @param candidates pairs that blocking brought
/// @param random pairs taken at random
/// @param agreeing by comparison, pairs that agree in it exactly; empty where there are none
/// @param agreeingPairs by comparison, how many possible pairs agree exactly
/// @param filledPairs by comparison, how many possible pairs have both values
@SuppressWarnings("ArrayRecordComponent") // a hand-over inside the package, never compared
record Evidence(
    RecordTable records,
    List<FieldComparison> fields,
    PairSample candidates,
    PairSample.Histogram random,
    List<PairSample.Histogram> agreeing,
    double[] agreeingPairs,
    double[] filledPairs) {}
