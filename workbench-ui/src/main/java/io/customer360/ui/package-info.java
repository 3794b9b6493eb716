/// The desktop: shell, shared controls and screens.
@NullMarked
package io.customer360.ui;

import org.jspecify.annotations.NullMarked;
