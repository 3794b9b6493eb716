package io.customer360.insight;

import java.sql.SQLException;
import java.util.List;

/// Looks for one kind of trouble or chance. Stateless.
interface Detector {
  /// What is being looked at, for the progress line.
  String looksAt();

  Found detect(Look look) throws SQLException;

  /// @param checked how many shifts were tested
  record Found(List<Finding> findings, int checked) {
    static Found nothing() {
      return new Found(List.of(), 1);
    }

    static Found one(Finding finding) {
      return new Found(List.of(finding), 1);
    }
  }
}
