package io.customer360.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.profile.DomainView;
import io.customer360.profile.ValueKind;
import io.customer360.ui.testing.SampleWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes of the lake in words; what a person or a system wrote stays as it is.
class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "E-mail, ngozi.okafor@example.net, ngozi.okafor@example.net",
    "Loyalty id, AP-77120935, AP-77120935",
    "Order, AP-89677, AP-89677",
    "Name, ngozi, ngozi",
    "Subject, late again, late again",
    "Phone, +447700900482, +44 7700 900482",
    "Source, crm, CRM",
    "Source, servicedesk, Service desk",
    "Channel, webshop, Web shop",
    "Channel, pos, Point of sale",
    "Channel, email, E-mail",
    "What, product_viewed, Product viewed",
    "What, earn, Earn",
    "Attached by, e-mail, E-mail",
    "Matched with, crm:CRM-20930, CRM-20930"
  })
  void textsOfADomain(String label, String stored, String shown) {
    DomainView.Column column = new DomainView.Column(label, ValueKind.TEXT);
    assertThat(Words.cell(SampleWindow.FORMATS, column, stored)).isEqualTo(shown);
    assertThat(Words.fact(SampleWindow.FORMATS, new DomainView.Fact(label, stored, ValueKind.TEXT)))
        .isEqualTo(shown);
  }

  @Test
  void aMonthIsAMonth() {
    DomainView.Column month = new DomainView.Column("Month", ValueKind.DATE);
    assertThat(Words.cell(SampleWindow.FORMATS, month, LocalDate.of(2026, 10, 1)))
        .isEqualTo("October 2026");
  }

  @Test
  void moneyAboveATableIsWholeAsInTheHeader() {
    DomainView.Fact revenue =
        new DomainView.Fact("Revenue, 12 months", new BigDecimal("1823.20"), ValueKind.MONEY);
    assertThat(Words.fact(SampleWindow.FORMATS, revenue)).isEqualTo("\u00a31,823");
  }
}
