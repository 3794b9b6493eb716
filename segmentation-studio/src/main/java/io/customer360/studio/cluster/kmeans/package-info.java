/// k-means: greedy k-means++ starts on a sample, Lloyd's iterations on everything.
@NullMarked
package io.customer360.studio.cluster.kmeans;

import org.jspecify.annotations.NullMarked;
