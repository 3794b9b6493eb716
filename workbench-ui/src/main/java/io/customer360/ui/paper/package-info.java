/// Pages to hand over: a small set of drawing tools over PDF, in the product's fonts. Knows no
/// screen and no toolkit.
@NullMarked
package io.customer360.ui.paper;

import org.jspecify.annotations.NullMarked;
