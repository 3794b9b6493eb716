/// The window around the screens: top bar, rail, status bar, navigation, panes, window state,
/// pictures. Screens register with it and never know each other.
@NullMarked
package io.customer360.ui.shell;

import org.jspecify.annotations.NullMarked;
