/// The look: AtlantaFX themes with the workbench's tokens on top, fonts, icons, text size. Style
/// sheets of all other rooms name colours by token and never hold one of their own.
@NullMarked
package io.customer360.ui.theme;

import org.jspecify.annotations.NullMarked;
