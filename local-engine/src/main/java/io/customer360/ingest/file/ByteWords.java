package io.customer360.ingest.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time: in most words of a text there is nothing to be seen.
final class ByteWords {
  /// Eight bytes of an array as a number, the first in the lowest place.
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static final long NEWLINES = repeated((byte) '\n');

  /// Never a byte of UTF-8: matches nothing.
  static final byte NONE = (byte) 0xFF;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private ByteWords() {}

  /// A byte in all eight places.
  static long repeated(byte value) {
    return 0x0101010101010101L * (value & 0xFF);
  }

  /// The highest bit of every byte that is zero. The lowest of them is true; one above it may
  /// belong to a byte of one.
  static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }
}
