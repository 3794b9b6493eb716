package io.customer360.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// The text of a file described by its columns: each a name and what its values are like. The same
/// description gives the same text.
///
/// - `seq P N` keys that count up from N behind the prefix P (`-` for none)
/// - `ref P N` one of N keys, `group P K` a key for K rows in a row, `line K` 1 to K
/// - `pick a|b|c`, `const X`, `empty`, `first`, `last`, `full`, `email`, `street`, `words`
/// - `digits P N` P and N random digits, `hex N`, `uuid`, `ip`, `url`, `city`, `sentence`, `json`
/// - `int A B`, `money A B` (with `,` behind: a decimal comma)
/// - `date PATTERN|FROM|TO` from one year to another, `epoch N` a moment of 2025 in N digits
/// - `some P LIKE` the like of it in P of a hundred rows
final class InventedFile {
  private static final int ROWS = 120;
  private static final List<String> FIRST =
      List.of("Ada", "Ben", "Carla", "Dirk", "Elena", "Femke", "Giulia", "Hugo", "Inés", "Jana");
  private static final List<String> LAST =
      List.of("Lovett", "Osei", "García", "de Vries", "Rossi", "Brandt", "Moreau", "Keller");
  private static final List<String> STREETS =
      List.of("Mill Lane", "High Street", "Lindenweg", "Via Roma", "Calle Mayor", "Kerkstraat");
  private static final List<String> WORDS =
      List.of("Merino sock", "Fell boot", "Down jacket", "Camp stove", "Tent peg", "Rain hat");

  private static final List<String> CITIES =
      List.of("Leeds", "York", "Hull", "Leipzig", "Utrecht", "Lyon", "Torino", "Sevilla", "Oslo");
  private static final List<String> SENTENCES =
      List.of(
          "Where is my parcel?",
          "The boot is too small.",
          "Please refund the tent.",
          "Thank you, all is well",
          "My voucher does not work");

  private final Random random = new Random(7);
  private final String delimiter;

  private InventedFile(String delimiter) {
    this.delimiter = delimiter;
  }

  static String text(JsonNode schema) {
    return new InventedFile(schema.path("delimiter").asText(",")).write(schema.path("columns"));
  }

  private String write(JsonNode columns) {
    List<String> header = new ArrayList<>();
    columns.properties().forEach(column -> header.add(column.getKey()));
    StringBuilder text = new StringBuilder(String.join(delimiter, header)).append('\n');
    for (int row = 0; row < ROWS; row++) {
      List<String> cells = new ArrayList<>();
      for (Map.Entry<String, JsonNode> column : columns.properties()) {
        String cell = value(column.getValue().asText(), row);
        boolean quoted = cell.contains(delimiter) && !cell.startsWith("\"");
        cells.add(quoted ? '"' + cell + '"' : cell);
      }
      text.append(String.join(delimiter, cells)).append('\n');
    }
    return text.toString();
  }

  private String value(String like, int row) {
    String[] words = like.split(" ", 2);
    String rest = words.length == 2 ? words[1] : "";
    String[] parts = rest.split(" ");
    return switch (words[0]) {
      case "seq" -> prefix(parts[0]) + (Long.parseLong(parts[1]) + row);
      case "ref" -> prefix(parts[0]) + (1000 + random.nextInt(Integer.parseInt(parts[1])));
      case "group" -> prefix(parts[0]) + (5000 + row / Integer.parseInt(parts[1]));
      case "line" -> Integer.toString(row % Integer.parseInt(parts[0]) + 1);
      case "digits" -> prefix(parts[0]) + digits(Integer.parseInt(parts[1]));
      case "pick" -> any(List.of(rest.split("\\|")));
      case "const" -> rest;
      case "empty" -> "";
      case "first" -> FIRST.get(row % FIRST.size());
      case "last" -> LAST.get(row % LAST.size());
      case "full" -> FIRST.get(row % FIRST.size()) + " " + LAST.get(row % LAST.size());
      case "email" -> "person" + row + "@example.com";
      case "street" -> any(STREETS) + " " + (1 + random.nextInt(90));
      case "words" -> any(WORDS);
      case "hex" -> hex(Integer.parseInt(parts[0]));
      case "uuid" ->
          String.join("-", hex(8), hex(4), "4" + hex(3), "a" + hex(3), hex(12))
              .toLowerCase(Locale.ROOT);
      case "ip" -> "203.0.113." + random.nextInt(250);
      case "url" -> "https://example.com/p/" + random.nextInt(40);
      case "city" -> any(CITIES);
      case "sentence" -> any(SENTENCES);
      case "json" -> "\"{\"\"value\"\": " + random.nextInt(90) + "}\"";
      case "epoch" ->
          (1_735_700_000L + random.nextInt(26_000_000)) + digits(Integer.parseInt(parts[0]) - 10);
      case "some" ->
          random.nextInt(100) < Integer.parseInt(parts[0])
              ? value(rest.substring(parts[0].length() + 1), row)
              : "";
      case "int" -> Integer.toString(between(parts[0], parts[1]));
      case "money" -> {
        String amount =
            String.format(Locale.ROOT, "%d.%02d", between(parts[0], parts[1]), random.nextInt(100));
        yield parts.length == 3 ? amount.replace('.', ',') : amount;
      }
      case "date" -> date(rest.split("\\|"));
      default -> throw new IllegalArgumentException(like);
    };
  }

  private static String prefix(String written) {
    return written.equals("-") ? "" : written;
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String hex(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(Character.toUpperCase(Character.forDigit(random.nextInt(16), 16)));
    }
    return digits.toString();
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private int between(String from, String to) {
    int least = Integer.parseInt(from);
    return least + random.nextInt(Integer.parseInt(to) - least + 1);
  }

  private String date(String[] parts) {
    LocalDateTime day =
        LocalDateTime.of(between(parts[1], parts[2]), 1, 1, 8, 0)
            .plusMinutes(random.nextInt(300 * 24 * 60));
    return DateTimeFormatter.ofPattern(parts[0], Locale.ROOT).format(day.atOffset(ZoneOffset.UTC));
  }
}
