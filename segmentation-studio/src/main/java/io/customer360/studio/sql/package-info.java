/// The SQL twin of a rule tree: one readable DuckDB statement out of a tree, and a tree out of SQL
/// as far as it can be shown as rules.
@NullMarked
package io.customer360.studio.sql;

import org.jspecify.annotations.NullMarked;
