package io.customer360.identity.compare;

/// How frequent values and words were among the records a model was learned on.
public interface TermCounts {
  /// Of records nothing is known of.
  TermCounts UNKNOWN =
      new TermCounts() {
        @Override
        public int records(int field, long value) {
          return 0;
        }

        @Override
        public int texts(int field, long word) {
          return 1;
        }
      };

  /// Records with a value.
  ///
  /// @param field the comparison's place
  /// @param value the hash of the standard value
  /// @return 0 to 2 where it was rare; more is exact
  int records(int field, long value);

  /// Distinct values with a word.
  ///
  /// @param word the hash of the word
  /// @return at least 1
  int texts(int field, long word);
}
