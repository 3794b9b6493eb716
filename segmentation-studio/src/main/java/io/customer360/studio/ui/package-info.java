/// The Segmentation Studio's screen: rules at the left, the map of clusters in the middle, what
/// sets the people apart at the right. FX thread only.
@NullMarked
package io.customer360.studio.ui;

import org.jspecify.annotations.NullMarked;
