/// A segment's rules on screen: the tree, its SQL twin, undo, and what it counts to.
@NullMarked
package io.customer360.studio.ui.rules;

import org.jspecify.annotations.NullMarked;
