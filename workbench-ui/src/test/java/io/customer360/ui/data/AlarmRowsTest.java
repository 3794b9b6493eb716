package io.customer360.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ingest.quarantine.QuarantineStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmRowsTest {
  private static QuarantineRow row(long id, String landing, String field) {
    return new QuarantineRow(
        id,
        "transaction",
        "pos",
        landing,
        "pos.csv",
        id,
        field,
        "",
        "",
        "",
        "{}",
        QuarantineStatus.OPEN,
        "");
  }

  private static QualityCheck check(String landing, String field, boolean passed) {
    return new QualityCheck(
        "transaction", "pos", landing, "pos.csv", "unit error", field, passed, "");
  }

  @Test
  void rowsOfAnAlarmComeFirstAndTheOthersKeepTheirOrder() {
    List<QuarantineRow> held =
        List.of(
            row(1, "monday", "email"), row(2, "monday", "quantity"),
            row(3, "sunday", "quantity"), row(4, "monday", "quantity"));
    List<QualityCheck> quality =
        List.of(check("sunday", "quantity", true), check("monday", "quantity", false));
    assertThat(AlarmRows.ordered(held, quality))
        .extracting(QuarantineRow::id)
        .containsExactly(2L, 4L, 1L, 3L);
  }

  @Test
  void anAlarmAboutAWholeFileIsAboutAllItsRows() {
    assertThat(AlarmRows.about(check("monday", "", false), row(1, "monday", "email"))).isTrue();
    assertThat(AlarmRows.about(check("monday", "", false), row(1, "sunday", "email"))).isFalse();
  }
}
