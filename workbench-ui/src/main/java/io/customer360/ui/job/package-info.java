/// Engine work seen from the screens: off the FX thread, published only while it is the newest,
/// shown in the status bar when it takes long.
@NullMarked
package io.customer360.ui.job;

import org.jspecify.annotations.NullMarked;
