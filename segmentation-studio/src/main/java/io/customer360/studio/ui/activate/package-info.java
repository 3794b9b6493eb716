/// The dialog in which a segment leaves the studio: to a destination, as members, or as a file.
@NullMarked
package io.customer360.studio.ui.activate;

import org.jspecify.annotations.NullMarked;
