/// The file drop: a folder another program reads from.
@NullMarked
package io.customer360.connector.file;

import org.jspecify.annotations.NullMarked;
