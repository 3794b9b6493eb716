/// The identity review: pairs of records a person judges by one key, why the model is unsure, what
/// a judgement would change before it takes effect, and the match model itself. Knows the faces
/// `identity.review.Reviews` and `identity.Stewardship`.
@NullMarked
package io.customer360.ui.identity;

import org.jspecify.annotations.NullMarked;
