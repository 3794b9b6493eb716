/// Clusters as dense regions: a k-d tree, DBSCAN, HDBSCAN.
@NullMarked
package io.customer360.studio.cluster.density;

import org.jspecify.annotations.NullMarked;
