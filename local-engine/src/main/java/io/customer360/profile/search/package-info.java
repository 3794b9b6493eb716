/// Finding customers by words with slips, in memory.
@NullMarked
package io.customer360.profile.search;

import org.jspecify.annotations.NullMarked;
