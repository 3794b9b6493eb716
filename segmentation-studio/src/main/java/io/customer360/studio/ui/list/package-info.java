/// Static lists on screen: people pasted or read from a file, matched through identity.
@NullMarked
package io.customer360.studio.ui.list;

import org.jspecify.annotations.NullMarked;
