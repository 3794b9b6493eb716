/// What was landed: immutable files, each with its manifest and verdict.
@NullMarked
package io.customer360.ingest.bronze;

import org.jspecify.annotations.NullMarked;
