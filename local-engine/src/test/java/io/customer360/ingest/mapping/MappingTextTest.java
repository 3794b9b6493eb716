package io.customer360.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.IngestFixture;
import io.customer360.ingest.contract.ContractBook;
import io.customer360.lakehouse.Canonical;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTextTest {
  private static final String TEXT =
      """
      version: 1
      name: pos-registers
      revision: 3
      dataset: transaction
      source: pos
      file: {format: csv, delimiter: "\\t", quote: "'", encoding: cp1252, header: false}
      key: [receipt, line]
      columns:
        order_id: receipt
        ordered_at: {from: till_time, format: "%d/%m/%Y %H:%M", zone: Europe/London}
        channel: {constant: store}
        quantity: {from: units, values: {none: "0"}}
        unit_price: {transform: 'price / 100'}
      fixes:
        - {landing: 20261120-094000-2a5ab9d9, lines: [4117, 4120], set: quantity = quantity / 1000}
      """;

  private final MappingText text = new MappingText();

  @Test
  void whatIsWrittenReadsTheSame() {
    Mapping mapping = text.parse(TEXT, "test");

    assertThat(text.parse(text.write(mapping), "again")).isEqualTo(mapping);
    assertThat(mapping.options().delimiter()).isEqualTo("\t");
    assertThat(mapping.fixes().getFirst().expression()).isEqualTo("quantity / 1000");
    assertThat(mapping.columns().keySet())
        .containsExactly("order_id", "ordered_at", "channel", "quantity", "unit_price");
  }

  @Test
  void saysWhatIsWrong() {
    Map<String, String> wrong = new HashMap<>();
    wrong.put(TEXT.replace("version: 1", "version: 2"), "it needs 'version: 1'");
    wrong.put(TEXT.replace("dataset: transaction", "dataset: orders"), "no dataset 'orders'");
    wrong.put(TEXT.replace("channel:", "chanel:"), "has no column 'chanel'");
    wrong.put(TEXT.replace("  order_id: receipt\n", ""), "'order_id' is filled by nothing");
    wrong.put(TEXT.replace("Europe/London", "Europe/Leeds"), "zone 'Europe/Leeds'");
    wrong.put(TEXT.replace("{constant: store}", "{}"), "needs one of");
    wrong.put(TEXT.replace("cp1252", "ebcdic"), "encoding 'ebcdic'");
    wrong.put(TEXT.replace("source: pos", "source: ../pos"), "source '../pos'");
    wrong.put(TEXT.replace("columns:", "colums:"), "'colums' is not known");
    wrong.put("version: 1\n  x: [", "is not valid YAML");
    wrong.put("", "it is not a list of names and values");
    wrong.forEach(
        (written, words) ->
            assertThatThrownBy(() -> text.parse(written, "test"))
                .as(words)
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining(words));
  }

  @Test
  void aMappingCannotReachBeyondItsRow(@TempDir Path folder) {
    try (IngestFixture lake = IngestFixture.create(folder)) {
      for (String reach :
          new String[] {
            "(select content from read_text('/etc/passwd'))",
            "1); drop table ops.landing; select (1",
            "count(*) over ()",
            "nextval('x')"
          }) {
        String mapping =
            IngestFixture.ORDERS.replace("sku: sku", "sku: {transform: \"" + reach + "\"}");
        assertThatThrownBy(
                () ->
                    lake.load(
                        "a.csv",
                        IngestFixture.ORDERS_HEADER + "1,A,2026-11-18,1,2,GBP,c\n",
                        mapping))
            .as(reach)
            .isInstanceOf(WorkbenchException.class)
            .hasMessageContaining("cannot be used");
      }
      assertThat(lake.stored()).isEmpty();
    }
  }

  @Test
  void aChangedMappingIsANewRevisionAndTheOldOneIsKept(@TempDir Path folder) throws Exception {
    MappingStore store = new MappingStore(Files.createDirectories(folder.resolve("mappings")));
    Mapping first = store.keep(text.parse(TEXT, "test"));
    assertThat(store.keep(first).revision()).isEqualTo(3);
    Mapping second = store.keep(text.parse(TEXT.replace("pos\n", "till\n"), "test"));

    assertThat(second.revision()).isEqualTo(4);
    assertThat(store.all()).containsExactly(second);
    assertThat(folder.resolve("mappings/history/pos-registers.3.yaml")).exists();
  }

  @Test
  void everyContractReads(@TempDir Path folder) {
    ContractBook book = new ContractBook(folder);
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      assertThat(book.of(dataset).mostBad()).isPositive();
    }
    assertThatThrownBy(
            () -> book.parse(Canonical.STORE, "own.yaml", "columns: {store_id: {rang: [1]}}"))
        .hasMessageContaining("'rang' is not a rule");
  }
}
