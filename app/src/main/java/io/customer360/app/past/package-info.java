/// Makes, lists and removes workspaces that show a past day.
@NullMarked
package io.customer360.app.past;

import org.jspecify.annotations.NullMarked;
