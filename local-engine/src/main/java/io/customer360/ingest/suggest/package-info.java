/// What a file that nobody described could be: datasets and columns suggested, with reasons and a
/// confidence.
@NullMarked
package io.customer360.ingest.suggest;

import org.jspecify.annotations.NullMarked;
