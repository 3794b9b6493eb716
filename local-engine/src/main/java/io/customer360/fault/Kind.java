package io.customer360.fault;

/// Whose turn it is to act on a failure.
public enum Kind {
  /// Wrong use: the person asked for something that cannot be. Exit code 2.
  USER,
  /// The data given cannot be used as it is. Exit code 2.
  DATA,
  /// A file, lock, port, disk or memory was not to be had. Exit code 1.
  RESOURCE,
  /// A fault of the program. Exit code 1.
  INTERNAL
}
