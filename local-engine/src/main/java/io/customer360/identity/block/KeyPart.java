package io.customer360.identity.block;

import io.customer360.identity.compare.FieldComparison;

/// One way to make a key of a column: its value, its sound, its first letters, its year ...
///
/// @param field the comparison's place
/// @param what this way of making one, empty for the value itself
/// @param label in plain words: `surname sounds alike`
/// @param codes by code of the standard value the key's code, or -1 where there is none
/// @param survives chance that the key is the same although the value holds an error
@SuppressWarnings("ArrayRecordComponent") // a hand-over inside the package, never compared
record KeyPart(
    int field, FieldComparison column, String what, String label, int[] codes, double survives) {
  int of(int row) {
    int code = column.code(row);
    return code < 0 ? -1 : codes[code];
  }
}
