/// How an action that was weighed is shown, on whichever screen it stands.
@NullMarked
package io.customer360.ui.option;

import org.jspecify.annotations.NullMarked;
