package io.customer360.ui.data;

import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.quarantine.QuarantineRow;
import java.util.Comparator;
import java.util.List;

/// Which rows held back an alarm of quality is about.
final class AlarmRows {
  private AlarmRows() {}

  static boolean about(QualityCheck alarm, QuarantineRow row) {
    return row.landing().equals(alarm.landing())
        && (alarm.field().isEmpty() || row.field().equals(alarm.field()));
  }

  /// Rows of an alarm before the others; beyond that the order stays.
  static List<QuarantineRow> ordered(List<QuarantineRow> held, List<QualityCheck> quality) {
    List<QualityCheck> alarms = quality.stream().filter(check -> !check.passed()).toList();
    return held.stream()
        .sorted(Comparator.comparing(row -> alarms.stream().noneMatch(alarm -> about(alarm, row))))
        .toList();
  }
}
