/// Measures the program against truth that is known: the sample's own, and golden questions.
@NullMarked
package io.customer360.app.evaluation;

import org.jspecify.annotations.NullMarked;
