/// Hierarchical clustering: trees of merges by Ward's, average, complete and single linkage.
@NullMarked
package io.customer360.studio.cluster.linkage;

import org.jspecify.annotations.NullMarked;
