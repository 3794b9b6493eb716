/// The desktop: opens the window over the engine, makes the sample workspace at the first start,
/// and draws every screen as a picture where there is no display.
@NullMarked
package io.customer360.app.desktop;

import org.jspecify.annotations.NullMarked;
