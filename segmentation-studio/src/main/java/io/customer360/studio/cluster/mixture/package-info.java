/// Gaussian mixtures by expectation and maximisation, with soft membership.
@NullMarked
package io.customer360.studio.cluster.mixture;

import org.jspecify.annotations.NullMarked;
