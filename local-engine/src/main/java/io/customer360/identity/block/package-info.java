/// Which pairs of records are worth comparing. Keys are made from every column in several ways,
/// rules of one or two keys are costed by counting, and the rules that together reach a pair of one
/// person by most independent ways are chosen within a budget of pairs.
@NullMarked
package io.customer360.identity.block;

import org.jspecify.annotations.NullMarked;
