/// The engine's front door: opens a workspace and wires the parts once.
@NullMarked
package io.customer360.engine;

import org.jspecify.annotations.NullMarked;
