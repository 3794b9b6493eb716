/// Files as they are: found out, read in pieces, repaired where that is safe, staged as typed rows.
@NullMarked
package io.customer360.ingest.file;

import org.jspecify.annotations.NullMarked;
