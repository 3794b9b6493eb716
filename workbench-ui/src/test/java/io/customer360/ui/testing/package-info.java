/// What tests of screens share: the toolkit, the watchdog, the accessibility walk, sample models.
package io.customer360.ui.testing;
