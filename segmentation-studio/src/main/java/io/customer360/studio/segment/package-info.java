/// Segments as text in the workspace, and their members in the lake.
@NullMarked
package io.customer360.studio.segment;

import org.jspecify.annotations.NullMarked;
