package io.customer360.studio.rule;

/// How the rules of a group work together.
public enum Combination {
  ALL,
  ANY,
  NONE
}
