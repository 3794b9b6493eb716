/// Cohorts of customers: who came together, who came back, what they spent.
@NullMarked
package io.customer360.studio.cohort;

import org.jspecify.annotations.NullMarked;
