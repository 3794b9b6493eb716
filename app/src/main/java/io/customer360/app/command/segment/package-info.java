/// Commands of segments: rules, words, clusters, purchases, and what becomes of their people.
@NullMarked
package io.customer360.app.command.segment;

import org.jspecify.annotations.NullMarked;
