/// Turns plans into queries and their results into answers. Every number of an answer comes from a
/// statement that was run and is shown; values are bound; joins never multiply rows, because a
/// measure is aggregated on its own table and customers are joined by their one row.
@NullMarked
package io.customer360.assistant.query;

import org.jspecify.annotations.NullMarked;
