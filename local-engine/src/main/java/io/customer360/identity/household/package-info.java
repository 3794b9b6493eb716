/// Households and accounts: customers who live or pay together, each tie with what it rests on, and
/// the path between two people in words. Made from resolved customers, so it never joins records.
@NullMarked
package io.customer360.identity.household;

import org.jspecify.annotations.NullMarked;
