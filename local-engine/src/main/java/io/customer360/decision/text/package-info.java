/// Reading the texts a person writes (catalogue, policies, agents) so that every fault names file,
/// line and field, and keeping them together under one version.
@NullMarked
package io.customer360.decision.text;

import org.jspecify.annotations.NullMarked;
