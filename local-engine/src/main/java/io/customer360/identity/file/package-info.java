/// Linking files without a workspace: CSV and Parquet in, pairs and clusters out, measured against
/// a truth where there is one.
@NullMarked
package io.customer360.identity.file;

import org.jspecify.annotations.NullMarked;
