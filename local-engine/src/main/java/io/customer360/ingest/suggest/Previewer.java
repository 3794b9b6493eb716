package io.customer360.ingest.suggest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.ingest.file.CsvRecords;
import io.customer360.ingest.file.NullWords;
import io.customer360.ingest.file.Preamble;
import io.customer360.ingest.file.RawColumns;
import io.customer360.ingest.file.RawReader;
import io.customer360.ingest.file.SourceFile;
import io.customer360.ingest.file.TextGuess;
import io.customer360.ingest.file.TextHead;
import io.customer360.ingest.mapping.Encodings;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileFormat;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.value.Guess;
import io.customer360.ingest.value.ValueGuess;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.text.Excerpt;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks into a file: its format, its columns, what they look like, what they may mean.
public final class Previewer {
  private static final int RECORDS = 3_000;
  private static final int SHOWN = 20;
  private static final int EXAMPLES = 4;
  private static final int LONGEST_EXAMPLE = 80;

  private final Lakehouse lakehouse;
  private final WorkspaceSettings settings;
  private final LocalDate today;
  private final ObjectMapper json = new ObjectMapper();

  public Previewer(Lakehouse lakehouse, WorkspaceSettings settings, LocalDate today) {
    this.lakehouse = lakehouse;
    this.settings = settings;
    this.today = today;
  }

  /// The guesses and the first records.
  private record Look(
      Guess<FileFormat> format,
      Guess<String> delimiter,
      Guess<String> quote,
      Guess<String> encoding,
      Guess<Boolean> header,
      FileOptions options,
      List<String> names,
      List<String> remarks,
      List<List<String>> records) {}

  public FilePreview look(Path given, Optional<FileOptions> chosen) {
    Path file = given.toAbsolutePath().normalize();
    SourceFile.check(file);
    boolean gzip = SourceFile.isGzip(file);
    Look look = !gzip && SourceFile.isParquet(file) ? parquet(file) : text(file, gzip, chosen);
    List<String> remarks = new ArrayList<>(look.remarks());
    List<Suggester.Look> looks = new ArrayList<>();
    for (int i = 0; i < look.names().size(); i++) {
      looks.add(column(look.names().get(i), values(look.records(), i), remarks));
    }
    List<PreviewColumn> columns = looks.stream().map(Suggester.Look::column).toList();
    Suggester suggester = new Suggester(settings, today);
    List<DatasetSuggestion> datasets = suggester.datasets(file, looks);
    Mapping mapping = suggester.mapping(file, look.options(), columns, datasets.getFirst());
    return new FilePreview(
        file,
        SourceFile.size(file),
        look.format(),
        look.delimiter(),
        look.quote(),
        look.encoding(),
        look.header(),
        look.options(),
        columns,
        look.records().stream()
            .limit(SHOWN)
            .map(record -> record.subList(0, Math.min(record.size(), look.names().size())))
            .toList(),
        datasets,
        mapping,
        List.copyOf(remarks));
  }

  private static List<String> values(List<List<String>> records, int column) {
    return records.stream()
        .map(record -> column < record.size() ? record.get(column) : "")
        .toList();
  }

  private static Suggester.Look column(String name, List<String> given, List<String> remarks) {
    List<String> nothing = NullWords.in(given);
    List<String> values =
        nothing.isEmpty()
            ? given
            : given.stream().map(value -> NullWords.is(value.strip()) ? "" : value).toList();
    if (!nothing.isEmpty()) {
      remarks.add(name + " has " + String.join(", ", nothing) + " for nothing.");
    }
    ValueGuess guess = ValueGuess.of(values);
    if (guess.remark() != null) {
      remarks.add(name + " " + guess.remark() + ".");
    }
    ValueFacts facts = ValueFacts.of(values, guess.type().value());
    boolean marked = facts.marked() > 0.5;
    if (marked) {
      remarks.add(name + " has an apostrophe before its values; it is taken away.");
    }
    PreviewColumn column =
        new PreviewColumn(
            name,
            guess.type(),
            guess.format() == null ? facts.clock() : guess.format(),
            facts.empty(),
            facts.distinct(),
            marked,
            nothing,
            values.stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .limit(EXAMPLES)
                .map(v -> Excerpt.of(v, LONGEST_EXAMPLE))
                .toList());
    return new Suggester.Look(column, facts);
  }

  private Look text(Path file, boolean gzip, Optional<FileOptions> chosen) {
    TextHead head = TextHead.of(file, gzip, chosen.map(FileOptions::encoding));
    Guess<FileFormat> format =
        head.isJson()
            ? new Guess<>(FileFormat.JSON_LINES, 0.98, "the first line is a JSON object")
            : new Guess<>(FileFormat.CSV, 0.95, "text in lines");
    Guess<FileFormat> wanted = chosen(chosen.map(FileOptions::format), format);
    return wanted.value() == FileFormat.JSON_LINES
        ? jsonLines(file, gzip, wanted, head)
        : csv(gzip, wanted, head, chosen);
  }

  private static <T> Guess<T> chosen(Optional<T> value, Guess<T> guess) {
    return value.map(v -> new Guess<>(v, 1, "chosen")).orElse(guess);
  }

  private static Look csv(
      boolean gzip, Guess<FileFormat> format, TextHead head, Optional<FileOptions> chosen) {
    Preamble preamble =
        chosen
            .map(options -> new Preamble(options.skip(), Optional.empty(), ""))
            .orElseGet(head::preamble);
    String text = Preamble.behind(head.text(), preamble.lines());
    boolean whole = head.whole();
    Guess<String> delimiter =
        chosen(
            chosen.map(FileOptions::delimiter).filter(d -> !d.isEmpty()),
            preamble
                .delimiter()
                .map(named -> new Guess<>(named, 1, "the first line names it"))
                .orElseGet(() -> TextGuess.delimiter(text, whole)));
    Guess<String> quote =
        chosen(chosen.map(FileOptions::quote), TextGuess.quote(text, delimiter.value()));
    List<List<String>> records =
        new ArrayList<>(CsvRecords.split(text, delimiter.value(), quote.value(), whole, RECORDS));
    Guess<Boolean> header =
        chosen(
            chosen.map(FileOptions::header),
            TextGuess.header(records.stream().limit(200).toList()));
    List<String> first = records.isEmpty() ? List.of() : records.getFirst();
    List<String> names = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (!preamble.remark().isEmpty()) {
      remarks.add(preamble.remark());
    }
    if (header.value()) {
      RawColumns columns = RawColumns.of(first);
      names.addAll(columns.names());
      remarks.addAll(columns.remarks());
      if (!records.isEmpty()) {
        records.removeFirst();
      }
    } else {
      for (int i = 0; i < first.size(); i++) {
        names.add("column" + (i + 1));
      }
    }
    // A piece may start inside a quoted text: only records of the right width are looked at.
    CsvRecords.split(head.more(), delimiter.value(), quote.value(), true, RECORDS).stream()
        .filter(record -> record.size() == names.size())
        .forEach(records::add);
    int nameless = header.value() ? TextGuess.nameless(first, records) : 0;
    if (header.value()) {
      unnamed(first, names, nameless, remarks);
    }
    FileOptions options =
        new FileOptions(
            FileFormat.CSV,
            gzip,
            delimiter.value(),
            quote.value(),
            head.encoding().value(),
            header.value(),
            preamble.lines());
    return new Look(
        format,
        delimiter,
        quote,
        head.encoding(),
        header,
        options,
        List.copyOf(names.subList(0, names.size() - nameless)),
        remarks,
        records);
  }

  /// Says what becomes of columns without a name.
  private static void unnamed(
      List<String> header, List<String> names, int nameless, List<String> remarks) {
    for (int i = 0; i < header.size() - nameless; i++) {
      if (header.get(i).isBlank()) {
        remarks.add("Column " + (i + 1) + " has no name and is called '" + names.get(i) + "'.");
      }
    }
    if (nameless > 0) {
      remarks.add(
          nameless == 1
              ? "The last column has neither a name nor values; it is not used."
              : "The last "
                  + nameless
                  + " columns have neither names nor values; they are not used.");
    }
  }

  private Look jsonLines(Path file, boolean gzip, Guess<FileFormat> format, TextHead head) {
    List<Map<String, String>> objects = new ArrayList<>();
    Set<String> paths = new LinkedHashSet<>();
    String all = head.text() + head.more();
    long line = 0;
    for (String each : all.lines().limit(RECORDS).toList()) {
      line++;
      if (each.isBlank()) {
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>();
      try {
        JsonNode node = json.readTree(each);
        if (!node.isObject()) {
          throw Faults.brokenJson(file, line);
        }
        flatten("$", node, values);
        objects.add(values);
        paths.addAll(values.keySet());
      } catch (JsonProcessingException broken) {
        // The last line of a piece may be cut off; a broken line within is not.
        if (head.whole() || line == 1) {
          throw Faults.brokenJson(file, line);
        }
      }
    }
    List<String> names = List.copyOf(paths);
    List<List<String>> records = new ArrayList<>();
    for (Map<String, String> values : objects) {
      records.add(names.stream().map(name -> values.getOrDefault(name, "")).toList());
    }
    FileOptions options =
        new FileOptions(FileFormat.JSON_LINES, gzip, "", "", head.encoding().value(), false);
    Guess<String> none = new Guess<>("", 1, "not used by JSON");
    return new Look(
        format,
        none,
        none,
        head.encoding(),
        new Guess<>(false, 1, "names stand in every line"),
        options,
        names,
        List.of(),
        records);
  }

  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    node.properties()
        .forEach(
            entry -> {
              String name = path + "." + entry.getKey();
              JsonNode value = entry.getValue();
              if (value.isObject()
                  && !value.isEmpty()
                  && path.chars().filter(c -> c == '.').count() < 4) {
                flatten(name, value, values);
              } else if (!value.isNull()) {
                values.put(name, value.isValueNode() ? value.asText() : value.toString());
              }
            });
  }

  private Look parquet(Path file) {
    return lakehouse.read(
        connection -> {
          try {
            RawColumns columns = RawColumns.of(RawReader.parquetColumns(connection, file));
            List<String> names = columns.names();
            List<List<String>> records =
                Rows.list(
                    connection,
                    "select * from "
                        + RawReader.parquet(connection, file, names)
                        + " limit "
                        + RECORDS,
                    row -> {
                      List<String> values = new ArrayList<>();
                      for (int i = 1; i <= names.size(); i++) {
                        String value = row.getString(i);
                        values.add(value == null ? "" : value);
                      }
                      return List.copyOf(values);
                    });
            Guess<String> none = new Guess<>("", 1, "not used by Parquet");
            return new Look(
                new Guess<>(FileFormat.PARQUET, 1, "starts with the mark of Parquet"),
                none,
                none,
                new Guess<>(Encodings.UTF_8, 1, "Parquet is UTF-8"),
                new Guess<>(true, 1, "Parquet names its columns"),
                FileOptions.PARQUET,
                names,
                columns.remarks(),
                records);
          } catch (SQLException failure) {
            throw Faults.parquet(file, failure);
          }
        });
  }
}
