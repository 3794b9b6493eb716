package io.customer360.profile;

/// How far the golden record can be relied on. All parts lie in 0..1 and
/// `trust = reliability x freshness x agreement x completeness`, each already rounded to four
/// decimals as stored.
public record Trust(
    double trust, double reliability, double freshness, double agreement, double completeness) {}
