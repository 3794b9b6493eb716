/// Cohorts on screen: retention by the month of the first order, and the grid of recency, frequency
/// and money.
@NullMarked
package io.customer360.studio.ui.cohort;

import org.jspecify.annotations.NullMarked;
