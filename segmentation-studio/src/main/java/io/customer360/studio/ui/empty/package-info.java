/// What the studio's screens show where there is nobody yet.
@NullMarked
package io.customer360.studio.ui.empty;

import org.jspecify.annotations.NullMarked;
