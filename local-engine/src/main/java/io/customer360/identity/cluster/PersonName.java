package io.customer360.identity.cluster;

/// A folded name as matching sees it: the first of the first names, the joined last name, either
/// possibly empty.
record PersonName(String first, String last) {
  boolean hasFirst() {
    return !first.isEmpty();
  }

  boolean isInitial() {
    return first.length() == 1;
  }

  boolean isEmpty() {
    return first.isEmpty() && last.isEmpty();
  }
}
