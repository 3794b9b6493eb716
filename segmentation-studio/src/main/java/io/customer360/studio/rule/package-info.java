/// The rule tree of a segment: what a person must be, have done or be part of. Plain records that
/// know nothing of tables; `field` knows what names mean, `sql` and `count` evaluate.
@NullMarked
package io.customer360.studio.rule;

import org.jspecify.annotations.NullMarked;
