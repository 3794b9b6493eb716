package io.customer360.studio.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.job.Progress;
import io.customer360.studio.purchase.PurchaseFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RfmTest {
  @TempDir Path folder;

  private PurchaseFile open(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("purchases.csv"), text);
    return PurchaseFile.open(file, PurchaseFile.Hints.NONE, null, Progress.NONE);
  }

  @Test
  void tenCustomersGetTheirScores() throws IOException {
    StringBuilder text = new StringBuilder("customer_id,order_id,date,amount\n");
    for (int c = 1; c <= 10; c++) {
      for (int order = 0; order < c; order++) {
        text.append("C")
            .append(c / 10)
            .append(c % 10)
            .append(",O")
            .append(order)
            .append(",2024-01-");
        text.append(String.format("%02d", c + 10)).append(",10.10\n");
      }
    }
    Path out = folder.resolve("scores.csv");
    try (PurchaseFile file = open(text.toString())) {
      RfmReport report = Rfm.run(file, null, out);
      assertThat(report.asOf()).isEqualTo(LocalDate.of(2024, 1, 21));
      assertThat(report.customers()).isEqualTo(10);
      assertThat(report.money()).isEqualByComparingTo("555.50");
      assertThat(report.grid()).hasSize(25);
      assertThat(report.grid().stream().mapToLong(RfmReport.Cell::customers).sum()).isEqualTo(10);
      assertThat(report.grid().getLast().customers()).isZero();
      RfmReport.Segment champions =
          report.segments().stream()
              .filter(s -> s.name().equals("Champions"))
              .findFirst()
              .orElseThrow();
      assertThat(champions.customers()).isEqualTo(2);
      assertThat(champions.money()).isEqualByComparingTo(new BigDecimal("191.90"));
      assertThat(champions.meanRecencyDays()).isEqualTo(1.5);
    }
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(11);
    assertThat(lines.get(1)).isEqualTo("C01,10,1,10.10,1,1,1,Hibernating");
    assertThat(lines.get(10)).isEqualTo("C10,1,10,101.00,5,5,5,Champions");
  }

  @Test
  void equalValuesGetEqualScores() throws IOException {
    StringBuilder text = new StringBuilder("customer;when;value\n".replace("when", "date"));
    for (int c = 0; c < 10; c++) {
      text.append("K").append(c).append(";2024-03-0").append(c % 2 + 1).append(";5\n");
    }
    try (PurchaseFile file = open(text.toString())) {
      RfmReport report = Rfm.run(file, LocalDate.of(2024, 4, 1), null);
      assertThat(report.limits())
          .filteredOn(limit -> limit.measure().equals("frequency"))
          .singleElement()
          .satisfies(limit -> assertThat(limit.score()).isOne());
      assertThat(report.limits())
          .filteredOn(limit -> limit.measure().equals("recency"))
          .extracting(RfmReport.Limit::customers)
          .containsExactly(5L, 5L);
    }
  }

  @Test
  void returnsLowerMoneyAndAreNoPurchase() throws IOException {
    String lines =
        """
        InvoiceNo,CustomerID,InvoiceDate,Quantity,UnitPrice
        1,A,2011-01-05 10:00,2,10
        2,A,2011-02-05 10:00,-1,10
        3,B,2011-01-09 10:00,-1,4
        4,,2011-01-09 10:00,1,4
        5,C,soon,1,4
        6,C,2011-01-20 09:00,1,four
        7,C,2011-01-21 09:00,3,4
        """;
    try (PurchaseFile file = open(lines)) {
      assertThat(file.report().rows()).isEqualTo(7);
      assertThat(file.report().used()).isEqualTo(4);
      assertThat(file.report().withoutCustomer()).isOne();
      assertThat(file.report().badDate()).isOne();
      assertThat(file.report().badValue()).isOne();
      assertThat(file.report().negative()).isEqualTo(2);
      RfmReport report = Rfm.run(file, null, null);
      assertThat(report.customers()).isEqualTo(2);
      assertThat(report.onlyReturns()).isOne();
      assertThat(report.money()).isEqualByComparingTo("22");
    }
  }

  @Test
  void columnsSetApartByBlanksAndDatesWithoutDashes() throws IOException {
    try (PurchaseFile file =
        open(
            " customer_id  date cds  dollar_value\n 00001 19970101  1  11.77\n 00002 19970112 5 77\n")) {
      assertThat(file.report().last()).isEqualTo(LocalDate.of(1997, 1, 12));
      assertThat(Rfm.run(file, null, null).money()).isEqualByComparingTo("88.77");
    }
  }

  @Test
  void whatCannotBeUsedIsSaid() {
    assertThatThrownBy(() -> open("a,b\n1,2\n")).hasMessageContaining("--value");
    assertThatThrownBy(() -> open("customer,date,amount\n")).hasMessageContaining("no rows");
    assertThatThrownBy(() -> open("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> open("customer,date,amount\nA,never,1\nB,later,2\n"))
        .hasMessageContaining("no dates")
        .hasMessageContaining("line 2: never");
    assertThatThrownBy(() -> open("customer,date,amount\nA,01/02/2024,1\nB,03/04/2024,2\n"))
        .hasMessageContaining("--date-format");
    assertThatThrownBy(() -> open("customer,date,amount\nA,2024-01-01,x\nB,2024-01-02,y\n"))
        .hasMessageContaining("More than half");
    assertThatThrownBy(
            () -> {
              try (PurchaseFile file = open("customer,date,amount\nA,2024-01-01,-1\n")) {
                Rfm.run(file, null, null);
              }
            })
        .hasMessageContaining("No purchase");
  }
}
