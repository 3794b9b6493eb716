/// Rows held back, and the fixes that let them through.
@NullMarked
package io.customer360.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
