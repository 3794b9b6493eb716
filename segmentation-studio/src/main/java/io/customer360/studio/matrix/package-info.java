/// Numbers to cluster, column by column: read from a file or the workspace, gaps and infinities
/// counted, then prepared in visible steps (impute, winsorise, logarithm, standardise, principal
/// components). Millions of rows stay a few arrays.
@NullMarked
package io.customer360.studio.matrix;

import org.jspecify.annotations.NullMarked;
