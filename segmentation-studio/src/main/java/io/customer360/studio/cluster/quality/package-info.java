/// How good a clustering is, measured on the prepared columns.
@NullMarked
package io.customer360.studio.cluster.quality;

import org.jspecify.annotations.NullMarked;
