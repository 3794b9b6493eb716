/// Records in memory, one dictionary-encoded column at a time: what a matcher reads. Independent of
/// files and of any database.
@NullMarked
package io.customer360.identity.record;

import org.jspecify.annotations.NullMarked;
