/// The lineage of the lake in the words of OpenLineage, for other tools to read.
@NullMarked
package io.customer360.lakehouse.openlineage;

import org.jspecify.annotations.NullMarked;
