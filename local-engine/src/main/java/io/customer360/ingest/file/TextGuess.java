package io.customer360.ingest.file;

import io.customer360.ingest.mapping.Encodings;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.value.ColumnType;
import io.customer360.ingest.value.Guess;
import io.customer360.ingest.value.ValueGuess;
import io.customer360.ingest.value.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Guesses about a text file from its first bytes and a few pieces further on: encoding, delimiter,
/// quote, header.
public final class TextGuess {
  private static final int PIECE = 1 << 15;
  private static final int PIECES = 7;
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  private TextGuess() {}

  /// Pieces from all over a plain file, each starting behind a line end; empty for a short or
  /// compressed one.
  static List<byte[]> pieces(Path file, boolean gzip, int headLength) {
    List<byte[]> pieces = new ArrayList<>();
    long size = SourceFile.size(file);
    if (gzip || size <= headLength + (long) PIECE) {
      return pieces;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      for (int i = 1; i <= PIECES; i++) {
        long at = headLength + (size - headLength - PIECE) / PIECES * i;
        channel.position(Math.max(headLength, Math.min(at, size - PIECE)));
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
          // until full or at the end
        }
        pieces.add(trim(Arrays.copyOf(buffer.array(), buffer.position())));
      }
    } catch (IOException failure) {
      throw Faults.unreadable(file, failure);
    }
    return pieces;
  }

  /// From the first line end to the last.
  private static byte[] trim(byte[] piece) {
    int from = 0;
    while (from < piece.length && piece[from] != '\n') {
      from++;
    }
    int to = piece.length;
    while (to > from && piece[to - 1] != '\n') {
      to--;
    }
    return from + 1 < to ? Arrays.copyOfRange(piece, from + 1, to) : new byte[0];
  }

  static Guess<String> encoding(byte[] head, List<byte[]> pieces, boolean whole) {
    if (head.length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      return new Guess<>(Encodings.UTF_8, 1, "starts with the mark of UTF-8");
    }
    if (Inputs.looksWide(head)) {
      return new Guess<>(Encodings.UTF_16, 1, "starts with the mark of UTF-16");
    }
    boolean beyondAscii = beyondAscii(head);
    boolean valid = utf8(head, !whole);
    boolean controls = c1Controls(head);
    for (byte[] piece : pieces) {
      beyondAscii |= beyondAscii(piece);
      valid &= utf8(piece, false);
      controls |= c1Controls(piece);
    }
    if (valid) {
      return beyondAscii
          ? new Guess<>(Encodings.UTF_8, 0.99, "its accented letters are valid UTF-8")
          : new Guess<>(Encodings.UTF_8, 0.95, "only plain letters seen");
    }
    return controls
        ? new Guess<>(Encodings.CP1252, 0.85, "not UTF-8, and has curly quotes or euro signs")
        : new Guess<>(Encodings.LATIN_1, 0.8, "not UTF-8, and has accented letters");
  }

  private static boolean beyondAscii(byte[] bytes) {
    for (byte value : bytes) {
      if (value < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean c1Controls(byte[] bytes) {
    for (byte value : bytes) {
      int plain = value & 0xFF;
      if (plain >= 0x80 && plain <= 0x9F) {
        return true;
      }
    }
    return false;
  }

  private static boolean utf8(byte[] bytes, boolean cutOff) {
    int length = bytes.length;
    if (cutOff) {
      // The last letter may be cut in two.
      for (int back = 1; back <= 3 && length - back >= 0; back++) {
        if ((bytes[length - back] & 0xC0) == 0xC0) {
          length -= back;
          break;
        }
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  public static Guess<String> quote(String text, String delimiter) {
    int doubles = quoted(text, '"', delimiter);
    int singles = quoted(text, '\'', delimiter);
    if (singles > 3 && singles > 5 * doubles) {
      return new Guess<>("'", 0.8, singles + " fields stand in single quotes");
    }
    return doubles > 0
        ? new Guess<>("\"", 0.98, doubles + " fields stand in double quotes")
        : new Guess<>("\"", 0.9, "no field stands in quotes");
  }

  private static int quoted(String text, char mark, String delimiter) {
    char between = delimiter.charAt(0);
    int count = 0;
    for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
      boolean opens = i == 0 || text.charAt(i - 1) == between || text.charAt(i - 1) == '\n';
      count += opens && (mark == '"' || closes(text, mark, i, between)) ? 1 : 0;
    }
    return count;
  }

  /// Whether the next mark ends a field. An apostrophe at the start of a field alone is a text mark
  /// of a spreadsheet (`'+4420...`) or part of a word (`'t`).
  private static boolean closes(String text, char mark, int open, char between) {
    int end = text.indexOf(mark, open + 1);
    while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == mark) {
      end = text.indexOf(mark, end + 2);
    }
    if (end < 0) {
      return false;
    }
    char after = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
    return after == between || after == '\n' || after == '\r';
  }

  public static Guess<String> delimiter(String text, boolean whole) {
    Guess<String> best = new Guess<>(",", 0.3, "no delimiter found: one column");
    double bestScore = 0;
    for (String candidate : DELIMITERS) {
      String quote = quote(text, candidate).value();
      List<List<String>> records = CsvRecords.split(text, candidate, quote, whole, 300);
      if (records.isEmpty()) {
        continue;
      }
      Map<Integer, Integer> widths = new HashMap<>();
      records.forEach(record -> widths.merge(record.size(), 1, Integer::sum));
      var usual = widths.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      double share = usual.getValue() / (double) records.size();
      int fields = usual.getKey();
      double score = fields < 2 ? 0 : share + Math.min(fields, 20) * 0.005;
      if (score > bestScore) {
        bestScore = score;
        best =
            new Guess<>(
                candidate,
                Math.min(0.99, share),
                Words.percent(share) + " of the lines have " + fields + " fields");
      }
    }
    return best;
  }

  public static Guess<Boolean> header(List<List<String>> records) {
    if (records.isEmpty()) {
      return new Guess<>(true, 0.5, "nothing to look at");
    }
    List<String> first = named(records);
    List<String> filled = first.stream().filter(name -> !name.isBlank()).toList();
    long named = filled.stream().filter(f -> f.matches("(?U)[^\\d\\s][\\w .()/#&'-]*")).count();
    boolean distinct =
        filled.size() == first.size() && filled.stream().distinct().count() == first.size();
    boolean repeated = records.stream().skip(1).anyMatch(records.getFirst()::equals);
    boolean differs = false;
    for (int column = 0; column < first.size(); column++) {
      int at = column;
      List<String> below =
          records.stream()
              .skip(1)
              .filter(record -> record.size() > at)
              .map(record -> record.get(at))
              .toList();
      ColumnType type = ValueGuess.of(below).type().value();
      // Programs that number the rows they write leave the name of the number out.
      boolean numbers = at == 0 && first.getFirst().isBlank() && type == ColumnType.WHOLE_NUMBER;
      boolean word = ValueGuess.of(List.of(first.get(at))).type().value() == ColumnType.TEXT;
      differs |= numbers || (word && type != ColumnType.TEXT && type != ColumnType.EMPTY);
    }
    boolean names =
        !filled.isEmpty()
            && filled.size() * 2 >= first.size()
            && named >= filled.size() * 0.8
            && (distinct || differs)
            && !repeated;
    if (names) {
      return new Guess<>(
          true,
          differs ? 0.98 : 0.8,
          differs ? "the first line is words above values" : "the first line reads like names");
    }
    return new Guess<>(false, 0.85, "the first line looks like the others");
  }

  /// The first line without the blank names at its end that stand over nothing.
  private static List<String> named(List<List<String>> records) {
    List<String> first = records.getFirst();
    return first.subList(0, first.size() - nameless(first, records.subList(1, records.size())));
  }

  /// How many columns at the end have neither a name nor, in these records, a value: programs of
  /// tables write their delimiters where a cell was once touched.
  public static int nameless(List<String> header, List<List<String>> records) {
    int width = header.size();
    while (width > 0 && header.get(width - 1).isBlank() && empty(records, width - 1)) {
      width--;
    }
    return header.size() - width;
  }

  private static boolean empty(List<List<String>> records, int column) {
    return records.stream().allMatch(r -> r.size() <= column || r.get(column).isBlank());
  }
}
