/// Clusters on screen: a map of points and a heat-map of what is typical of each cluster.
@NullMarked
package io.customer360.studio.ui.map;

import org.jspecify.annotations.NullMarked;
