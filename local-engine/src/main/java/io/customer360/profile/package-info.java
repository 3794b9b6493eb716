/// One customer seen whole: search as you type, the 360 profile in seven domains, the timeline, and
/// the unified context that the screen, the decision, the local API and a language model all read.
@NullMarked
package io.customer360.profile;

import org.jspecify.annotations.NullMarked;
