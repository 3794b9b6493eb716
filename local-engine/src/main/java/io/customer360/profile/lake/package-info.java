/// Cells and tables as the readers of a profile take them from the lake.
@NullMarked
package io.customer360.profile.lake;

import org.jspecify.annotations.NullMarked;
