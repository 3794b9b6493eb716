/// Words and figures: message bundles, and how money, shares, dates and times are printed. Free of
/// the toolkit, so that view models may use it.
@NullMarked
package io.customer360.ui.text;

import org.jspecify.annotations.NullMarked;
