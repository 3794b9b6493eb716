package io.customer360.ingest.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The columns of a file under the names they are landed with: none empty, none twice, none that
/// the program gives to a column of its own beside them.
///
/// @param names as many as the file has columns, in its order
/// @param remarks plain words about each column that had to be called otherwise than the file does
public record RawColumns(List<String> names, List<String> remarks) {
  /// What [RawWriter] writes beside the columns of a file, and what the database calls the place of
  /// a row in its Parquet file.
  static final String ROW_HASH = "_row_hash";

  static final String LANDING = "_landing";
  static final String FILE = "_file";
  static final String LINE = "_line";
  private static final Set<String> OWN = Set.of(ROW_HASH, LANDING, FILE, LINE, "file_row_number");

  /// @param header as the file has it; a blank name becomes `column` and its place
  public static RawColumns of(List<String> header) {
    return named(header, OWN);
  }

  /// The same for a file that is only read: no name is taken.
  static List<String> distinct(List<String> header) {
    return named(header, Set.of()).names();
  }

  private static RawColumns named(List<String> header, Set<String> own) {
    List<String> names = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    Set<String> seen = new HashSet<>(own);
    for (int i = 0; i < header.size(); i++) {
      String plain = header.get(i).strip();
      String name = plain.isEmpty() ? "column" + (i + 1) : plain;
      String candidate = name;
      for (int n = 2; !seen.add(candidate.toLowerCase(Locale.ROOT)); n++) {
        candidate = name + "_" + n;
      }
      names.add(candidate);
      if (!candidate.equals(name)) {
        remarks.add(
            own.contains(name.toLowerCase(Locale.ROOT))
                ? "Column '"
                    + name
                    + "' is imported as '"
                    + candidate
                    + "': the program writes a column of that name itself."
                : "Column "
                    + (i + 1)
                    + " is imported as '"
                    + candidate
                    + "': there is a '"
                    + name
                    + "' before it.");
      }
    }
    return new RawColumns(List.copyOf(names), List.copyOf(remarks));
  }
}
