/// Counts rule trees in memory while somebody edits them: customers are numbered, columns are read
/// once, each rule gives a set of numbers that is kept, and groups are set algebra. So changing one
/// rule evaluates that rule alone, and what each condition leaves comes for nothing.
@NullMarked
package io.customer360.studio.count;

import org.jspecify.annotations.NullMarked;
