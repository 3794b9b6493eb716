/// Rows on a plane so that neighbours stay neighbours (t-SNE), and how well that came off.
@NullMarked
package io.customer360.studio.cluster.embedding;

import org.jspecify.annotations.NullMarked;
