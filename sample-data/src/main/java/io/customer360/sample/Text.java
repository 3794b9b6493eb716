package io.customer360.sample;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/// A growing piece of a file as bytes. Knows how to write numbers, money and times without making
/// a string of each; that is what lets a million customers be written in a minute.
final class Text {
  private final boolean latin;
  private byte[] bytes;
  private int length;
  private int rows;

  Text(int capacity, boolean latin) {
    this.bytes = new byte[capacity];
    this.latin = latin;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /// Rows ended so far.
  int rows() {
    return rows;
  }

  Text add(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  Text add(String text) {
    int chars = text.length();
    room(chars * 3);
    byte[] target = bytes;
    int at = length;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        target[at++] = (byte) c;
      } else if (latin) {
        target[at++] = (byte) (c < 0x100 ? c : plain(c));
      } else if (Character.isSurrogate(c)) {
        length = at;
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        room(rest.length);
        System.arraycopy(rest, 0, bytes, length, rest.length);
        length += rest.length;
        return this;
      } else if (c < 0x800) {
        target[at++] = (byte) (0xC0 | (c >> 6));
        target[at++] = (byte) (0x80 | (c & 0x3F));
      } else {
        target[at++] = (byte) (0xE0 | (c >> 12));
        target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        target[at++] = (byte) (0x80 | (c & 0x3F));
      }
    }
    length = at;
    return this;
  }

  /// A CSV value, quoted when it has to be.
  Text csv(String text, char separator) {
    boolean quote = false;
    for (int i = 0; i < text.length() && !quote; i++) {
      char c = text.charAt(i);
      quote = c == separator || c == '"' || c == '\n' || c == '\r';
    }
    return quote ? add('"').add(text.replace("\"", "\"\"")).add('"') : add(text);
  }

  /// A JSON string with its quotes.
  Text json(String text) {
    add('"');
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c != '"' && c != '\\' && c >= ' ';
    }
    add(plain ? text : text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    return add('"');
  }

  Text add(long number) {
    room(20);
    if (number < 0) {
      bytes[length++] = '-';
      number = -number;
    }
    int digits = 1;
    for (long n = number; n >= 10; n /= 10) {
      digits++;
    }
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + number % 10);
      number /= 10;
    }
    length += digits;
    return this;
  }

  /// Pence as pounds with two decimals.
  Text money(long pence) {
    if (pence < 0) {
      add('-');
      pence = -pence;
    }
    return add(pence / 100).add('.').pad((int) (pence % 100), 2);
  }

  Text pad(int number, int digits) {
    room(digits);
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + number % 10);
      number /= 10;
    }
    length += digits;
    return this;
  }

  Text hex(long bits, int digits) {
    room(digits);
    for (int i = digits - 1; i >= 0; i--) {
      bytes[length++] = (byte) "0123456789abcdef".charAt((int) (bits >>> (4 * i)) & 15);
    }
    return this;
  }

  /// Plain bytes as they are.
  Text add(byte[] more, int count) {
    room(count);
    System.arraycopy(more, 0, bytes, length, count);
    length += count;
    return this;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  /// Ends the row.
  Text end() {
    rows++;
    return add('\n');
  }

  /// Where the next row begins; to repeat the row later.
  int mark() {
    return length;
  }

  /// Writes the last row, begun at this mark, once more.
  void repeat(int mark) {
    int size = length - mark;
    room(size);
    System.arraycopy(bytes, mark, bytes, length, size);
    length += size;
    rows++;
  }

  /// The letter a typist without this one on the keyboard would have taken: l for a Polish l.
  private static char plain(char c) {
    return switch (c) {
      case 'ł' -> 'l';
      case 'Ł' -> 'L';
      case 'ı' -> 'i';
      default -> {
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        yield base < 0x100 ? base : '?';
      }
    };
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
