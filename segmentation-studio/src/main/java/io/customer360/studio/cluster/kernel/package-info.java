/// Distances between rows and points over columns of numbers: with the Vector API where the virtual
/// machine has it, else in loops the compiler vectorises. Both add in the same order with fused
/// multiply-add, so that they agree to the last bit.
@NullMarked
package io.customer360.studio.cluster.kernel;

import org.jspecify.annotations.NullMarked;
