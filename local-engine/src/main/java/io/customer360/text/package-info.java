/// Texts of people and other programs, handled so that they stay whole. Knows nobody.
@NullMarked
package io.customer360.text;

import org.jspecify.annotations.NullMarked;
