/// What the studio's screen reads beside rules and counts: the values of a field, clusters of the
/// people of a segment, cohorts and the grid of recency, frequency and money of the lake.
@NullMarked
package io.customer360.studio.desk;

import org.jspecify.annotations.NullMarked;
