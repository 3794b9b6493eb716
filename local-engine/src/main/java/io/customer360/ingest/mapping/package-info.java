/// What a file means: the mapping text of a workspace, its transformations and the SQL they become;
/// what all parts of landing share.
@NullMarked
package io.customer360.ingest.mapping;

import org.jspecify.annotations.NullMarked;
