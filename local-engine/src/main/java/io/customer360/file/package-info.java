/// Files that are there whole or not at all. Knows nobody.
@NullMarked
package io.customer360.file;

import org.jspecify.annotations.NullMarked;
