package io.customer360.sample;

import java.util.List;
import java.util.Map;

/// The mapping of a source file as text, so that importing the sample needs no question.
final class MappingText {
  /// The raw columns that name a row; an equal row under the same name was sent twice.
  private static final Map<SourceFile, List<String>> KEYS =
      Map.of(
          SourceFile.CRM_CUSTOMERS, List.of("Customer No"),
          SourceFile.WEB_ORDERS, List.of("orderNumber", "line"),
          SourceFile.POS, List.of("receipt", "pos_line"),
          SourceFile.APP_EVENTS, List.of("messageId"),
          SourceFile.WEB_EVENTS, List.of("messageId"),
          SourceFile.LOYALTY_MOVEMENTS, List.of("booking"),
          SourceFile.DESK_TICKETS, List.of("ticket"),
          SourceFile.MSG_ENGAGEMENT, List.of("msg_id", "action"));

  private MappingText() {}

  /// The name of a file's mapping: source and file; the registers share one.
  static String name(SourceFile file) {
    return file == SourceFile.POS
        ? "pos-registers"
        : file.source + "-" + SourceFile.stem(file.path).replace(file.source + "-", "");
  }

  static String of(SourceFile file) {
    StringBuilder text = new StringBuilder();
    text.append("version: 1\n");
    text.append("name: ").append(name(file)).append('\n');
    text.append("revision: 1\n");
    text.append("dataset: ").append(file.dataset).append('\n');
    text.append("source: ").append(file.source).append('\n');
    if (file.json()) {
      text.append("file: {format: jsonl, encoding: utf-8}\n");
    } else {
      text.append("file: {format: csv, delimiter: \"")
          .append(file.separator == '\t' ? "\\t" : String.valueOf(file.separator))
          .append("\", quote: \"\\\"\", encoding: ")
          .append(file.latin() ? "latin-1" : "utf-8")
          .append(", header: true}\n");
    }
    List<String> key = KEYS.getOrDefault(file, List.of());
    if (!key.isEmpty()) {
      text.append("key: [\"").append(String.join("\", \"", key)).append("\"]\n");
    }
    text.append("columns:\n");
    for (SourceFile.Column column : file.columns) {
      if (!column.target().isEmpty()) {
        column(text, column);
      }
    }
    constants(text, file);
    return text.toString();
  }

  private static void column(StringBuilder text, SourceFile.Column column) {
    text.append("  ").append(column.target()).append(": ");
    String reading = column.reading();
    if (reading.isEmpty()) {
      text.append('"').append(column.name()).append("\"\n");
      return;
    }
    text.append("{from: \"").append(column.name()).append("\", ");
    if (reading.equals("epoch")) {
      text.append("format: epoch_s");
    } else if (reading.equals("dd/MM/yyyy")) {
      text.append("format: \"%d/%m/%Y\"");
    } else {
      text.append("zone: ").append(reading);
    }
    text.append("}\n");
  }

  private static void constants(StringBuilder text, SourceFile file) {
    if (file == SourceFile.POS) {
      text.append("  channel: {constant: store}\n");
    }
    if (file.dataset.equals("person")
        && file.columns.stream().noneMatch(c -> c.target().equals("zone"))) {
      text.append("  zone: {constant: Europe/London}\n");
    }
  }
}
