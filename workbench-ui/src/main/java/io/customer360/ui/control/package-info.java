/// Shared controls and charts. Each is small, styled by `control.css`, has an accessible role and
/// text, and knows nothing of the engine or of any screen.
@NullMarked
package io.customer360.ui.control;

import org.jspecify.annotations.NullMarked;
