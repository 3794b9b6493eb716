/// How alike two values are, in few named levels, and two records as a pattern of levels. The level
/// functions are symmetric and pure; a [io.customer360.identity.compare.RecordComparator] binds
/// them to the columns of a table and remembers what it has compared.
@NullMarked
package io.customer360.identity.compare;

import org.jspecify.annotations.NullMarked;
