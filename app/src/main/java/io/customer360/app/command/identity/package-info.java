/// Commands of identity: who is who in files and in the workspace, and what a steward says of it.
@NullMarked
package io.customer360.app.command.identity;

import org.jspecify.annotations.NullMarked;
