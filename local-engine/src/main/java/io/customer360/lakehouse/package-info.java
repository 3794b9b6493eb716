/// The lake on disk: DuckDB connections, the folder of SQL models from bronze over silver to gold,
/// the refresh that runs what is stale, the lineage that comes from parsing those models, and the
/// guard in front of SQL nobody here wrote. Other rooms come in with a `PipelineStep` (a table
/// computed in Java), a `SchemaContribution` (their tables in `ops`) or a read.
@NullMarked
package io.customer360.lakehouse;

import org.jspecify.annotations.NullMarked;
