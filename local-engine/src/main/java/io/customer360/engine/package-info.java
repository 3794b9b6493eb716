/// The engine's front door: opens a workspace and wires the parts once. The only room that knows
/// every other; nothing below knows it.
@NullMarked
package io.customer360.engine;

import org.jspecify.annotations.NullMarked;
