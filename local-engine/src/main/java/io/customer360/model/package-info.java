/// Models that score customers: training on past snapshots, an honest judgement on a later one,
/// calibration, a registry of versions, scoring in bulk, and an explanation that adds up to the
/// score exactly.
@NullMarked
package io.customer360.model;

import org.jspecify.annotations.NullMarked;
