/// The Data screen: where every received row is, the lineage from source to use, rows held back
/// with their mend, and the SQL of each model. Knows `ingest` and the lakehouse's status, no query.
@NullMarked
package io.customer360.ui.data;

import org.jspecify.annotations.NullMarked;
