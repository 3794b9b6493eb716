package io.customer360.ingest.mapping;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.value.Words;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every way a file can be refused, in one place so that the codes stay distinct. Each ends with
/// the promise the person needs: nothing was changed.
public final class Faults {
  private static final String UNCHANGED = " Nothing was changed.";

  private Faults() {}

  public static WorkbenchException missing(Path file) {
    return data("001", file + " does not exist. Check the path." + UNCHANGED);
  }

  public static WorkbenchException directory(Path file) {
    return data("002", file + " is a folder. Name the files in it." + UNCHANGED);
  }

  public static WorkbenchException empty(Path file) {
    return data("003", name(file) + " is empty." + UNCHANGED);
  }

  public static WorkbenchException headerOnly(Path file) {
    return data("004", name(file) + " holds a header and no rows." + UNCHANGED);
  }

  /// @param head the first bytes: what a file is called says nothing of what it is
  public static WorkbenchException binary(Path file, byte[] head) {
    String start = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
    String what =
        !start.startsWith("PK\u0003\u0004")
            ? " is not text, Parquet or gzip. Export it as CSV, JSON lines or Parquet."
            : start.contains("xl/") || start.contains("[Content_Types].xml")
                ? " is an Excel workbook. Save the sheet as CSV (UTF-8) and import that."
                : " is a zip archive. Unpack it and import the files in it.";
    return data("005", name(file) + what + UNCHANGED);
  }

  public static WorkbenchException halfGzip(Path file, @Nullable Throwable cause) {
    return data(
        "006",
        name(file) + " ends in the middle of its gzip data. Fetch it again." + UNCHANGED,
        cause);
  }

  public static WorkbenchException brokenGzip(Path file, @Nullable Throwable cause) {
    return data("007", name(file) + " is a damaged gzip file. Fetch it again." + UNCHANGED, cause);
  }

  public static WorkbenchException encoding(Path file, String encoding, String where) {
    return data(
        "008",
        name(file)
            + " is not "
            + encoding
            + where
            + ". Choose its encoding, such as cp1252 or latin-1."
            + UNCHANGED);
  }

  public static WorkbenchException endedByDelimiter(Path file, String delimiter, long line) {
    return data(
        "064",
        name(file)
            + " has a '"
            + delimiter
            + "' at the end of its lines (line "
            + Words.count(line)
            + "), but not at the end of its header. Put one there too."
            + UNCHANGED);
  }

  public static WorkbenchException delimiter(Path file, String delimiter, int expected) {
    return data(
        "009",
        name(file)
            + " does not have "
            + expected
            + " fields a line when split at '"
            + delimiter
            + "'. Choose its delimiter."
            + UNCHANGED);
  }

  public static WorkbenchException columnMissing(Path file, String column, String mapping) {
    return data(
        "010",
        name(file)
            + " has no column '"
            + column
            + "', which mapping "
            + mapping
            + " needs. Choose another mapping or delimiter."
            + UNCHANGED);
  }

  public static WorkbenchException brokenJson(Path file, long line) {
    return data(
        "011",
        name(file) + " line " + Words.count(line) + " is not a complete JSON object." + UNCHANGED);
  }

  public static WorkbenchException tooManyBad(Path file, String what, double share, double most) {
    return data(
        "012",
        name(file)
            + " was not imported: "
            + Words.percent(share)
            + " of its rows break the contract, mostly "
            + what
            + "; up to "
            + Words.percent(most)
            + " would be held back. Check the mapping."
            + UNCHANGED);
  }

  public static WorkbenchException unreadable(Path file, @Nullable Throwable cause) {
    return WorkbenchException.resource(
        "C360-IMP-013", name(file) + " cannot be read." + UNCHANGED, cause);
  }

  public static WorkbenchException openQuote(Path file, long line) {
    return data(
        "014",
        name(file)
            + " line "
            + Words.count(line)
            + " opens a quote that never closes, so the rest of the file reads as one field."
            + " Mend the line, or choose another quote character."
            + UNCHANGED);
  }

  public static WorkbenchException strayQuote(Path file, long line) {
    return data(
        "015",
        name(file)
            + " line "
            + Words.count(line)
            + " has text behind a closing quote. Mend the line, or choose another quote character."
            + UNCHANGED);
  }

  public static WorkbenchException parquet(Path file, @Nullable Throwable cause) {
    return data("016", name(file) + " is not a complete Parquet file." + UNCHANGED, cause);
  }

  public static WorkbenchException changedMeanwhile(Path file) {
    return data("017", name(file) + " was changed while it was read. Import it again." + UNCHANGED);
  }

  public static WorkbenchException reading(Path file, String why, @Nullable Throwable cause) {
    return data("018", name(file) + " cannot be read: " + why + "." + UNCHANGED, cause);
  }

  /// @param lines how many lines do not have the right number of fields
  public static WorkbenchException misshapen(
      Path file, long line, int fields, int expected, int lines) {
    String others =
        lines == 1
            ? ""
            : " (and " + Words.count(lines - 1) + " more such line" + (lines == 2 ? ")" : "s)");
    return data(
        "019",
        name(file)
            + " line "
            + Words.count(line)
            + " has "
            + fields
            + (fields == 1 ? " field" : " fields")
            + " where the header has "
            + expected
            + others
            + ". Mend the line, or put a value that holds the delimiter in quotes."
            + UNCHANGED);
  }

  public static WorkbenchException requiredMissing(
      Path file, String dataset, java.util.List<String> columns) {
    return data(
        "021",
        name(file)
            + " cannot be imported as "
            + dataset
            + ": no column of it fills "
            + String.join(", ", columns)
            + ", which every "
            + dataset
            + " needs. Say in a mapping which one does, or choose another dataset."
            + UNCHANGED);
  }

  public static WorkbenchException mapping(String where, String why) {
    return WorkbenchException.user(
        "C360-MAP-001", "Mapping " + where + ": " + why + "." + UNCHANGED);
  }

  public static WorkbenchException expression(String expression, String why) {
    return WorkbenchException.user(
        "C360-MAP-002", "'" + expression + "' cannot be used: " + why + "." + UNCHANGED);
  }

  public static WorkbenchException contract(String where, String why) {
    return WorkbenchException.user(
        "C360-CON-001", "Contract " + where + ": " + why + "." + UNCHANGED);
  }

  public static WorkbenchException quarantine(String why) {
    return WorkbenchException.user("C360-QUA-001", why + UNCHANGED);
  }

  /// Without the promise: what is gone is gone.
  public static WorkbenchException lost(List<LostFile> lost, String hindered) {
    StringBuilder plain = new StringBuilder(hindered).append(' ');
    lost.stream().limit(3).forEach(file -> plain.append(file.words()).append(". "));
    if (lost.size() > 3) {
      plain.append("So are ").append(Words.count(lost.size() - 3)).append(" more. ");
    }
    return data("061", plain.append(lost.getFirst().advice()).append('.').toString());
  }

  public static WorkbenchException readOtherwise(Path file, Manifest was) {
    return data(
        "062",
        name(file)
            + " is the file whose rows are gone, but was read in another way than when it was"
            + " imported. Import it with --mapping and the mapping '"
            + was.mapping()
            + "' of the workspace's mappings folder."
            + UNCHANGED);
  }

  public static WorkbenchException notLost(String name) {
    return data(
        "063",
        "No file called '"
            + name
            + "' is lost: only what is missing or damaged can be given up."
            + UNCHANGED);
  }

  public static WorkbenchException storage(String what, @Nullable Throwable cause) {
    return WorkbenchException.resource("C360-IMP-020", what + "." + UNCHANGED, cause);
  }

  public static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  private static WorkbenchException data(String number, String plain) {
    return WorkbenchException.data("C360-IMP-" + number, plain);
  }

  private static WorkbenchException data(String number, String plain, @Nullable Throwable cause) {
    return new WorkbenchException(
        "C360-IMP-" + number, io.customer360.fault.Kind.DATA, plain, cause);
  }
}
