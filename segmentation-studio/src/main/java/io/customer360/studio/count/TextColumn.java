package io.customer360.studio.count;

import java.util.Map;

/// Texts as small numbers: 0 is not known, the others stand in the dictionary.
///
/// @param codes one for each row
/// @param dictionary text to code, from 1
record TextColumn(char[] codes, Map<String, Character> dictionary) {
  static final int MOST = 60_000;
}
