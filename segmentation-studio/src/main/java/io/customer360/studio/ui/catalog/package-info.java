/// The catalog of segments on screen: all of them in a table, and the life of one.
@NullMarked
package io.customer360.studio.ui.catalog;

import org.jspecify.annotations.NullMarked;
