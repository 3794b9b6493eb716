/// Settings: appearance, workspace, connectors, models. Nothing here that does not work.
@NullMarked
package io.customer360.ui.settings;

import org.jspecify.annotations.NullMarked;
