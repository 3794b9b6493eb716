/// Segments: rules, catalog and their screen.
@NullMarked
package io.customer360.studio;

import org.jspecify.annotations.NullMarked;
