/// Clusterings that are kept, and how today's differ from them.
@NullMarked
package io.customer360.studio.drift;

import org.jspecify.annotations.NullMarked;
