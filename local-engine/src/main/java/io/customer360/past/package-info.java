/// Workspaces that show a past day: made beside the workspace of today from the same landed files,
/// with what was known on that day and nothing later, so that every screen, question and command
/// can be used as of it.
@NullMarked
package io.customer360.past;

import org.jspecify.annotations.NullMarked;
