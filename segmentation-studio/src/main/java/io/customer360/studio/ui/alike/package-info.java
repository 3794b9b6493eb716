/// The sheet that finds people who are like those of the segment on screen.
@NullMarked
package io.customer360.studio.ui.alike;

import org.jspecify.annotations.NullMarked;
