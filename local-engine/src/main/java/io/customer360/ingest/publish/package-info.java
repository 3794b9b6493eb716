/// Landed files as the tables that models read.
@NullMarked
package io.customer360.ingest.publish;

import org.jspecify.annotations.NullMarked;
