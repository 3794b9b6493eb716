/// The workspace: one folder (`*.c360`) that holds everything a person works on. This room knows
/// the folder's layout, its settings, who holds it and how an older one is brought up to date. It
/// does not know what is inside the lake; that is `lakehouse`.
@NullMarked
package io.customer360.workspace;

import org.jspecify.annotations.NullMarked;
