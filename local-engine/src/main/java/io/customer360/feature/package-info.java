/// What is known of each customer on a day: some thirty numbers, computed by one SQL text that is
/// used alike for past snapshots (to learn from) and for today (to score). Nothing that happened
/// after the day reaches its row.
@NullMarked
package io.customer360.feature;

import org.jspecify.annotations.NullMarked;
