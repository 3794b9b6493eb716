package io.customer360.ingest.file;

import io.customer360.ingest.mapping.Encodings;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// A text file ready for the bulk reader: plain UTF-8 on disk, its lines known, its bytes hashed.
/// A plain UTF-8 file is read in place; one that is compressed, differently encoded or whose lines
/// end in returns is written out once to a temporary file. Hashing runs beside the walk over it.
///
/// @param text what to read
public record StagedText(Path text, LineScan.Result lines, String sha256) {
  private static final int BUFFER = 1 << 20;
  private static final Executor HASHING = task -> Thread.ofVirtual().name("hash").start(task);

  public static StagedText stage(
      Path file, FileOptions options, Path temporary, Progress progress) {
    CompletableFuture<String> hash = hash(file, progress);
    try {
      boolean returns =
          !options.encoding().equals(Encodings.UTF_16)
              && LineReturns.endLines(file, options.gzip());
      boolean inPlace =
          !options.gzip() && !returns && options.skip() == 0 && Encodings.utf8(options.encoding());
      LineScan scan = new LineScan(options.quote(), options.delimiter());
      if (inPlace) {
        try (InputStream in = Files.newInputStream(file)) {
          walk(in, scan, OutputStream.nullOutputStream(), Files.size(file), progress);
        }
      } else {
        rewrite(file, options, returns, scan, temporary, progress);
      }
      return new StagedText(
          inPlace ? file : temporary, scan.result(), finish(file, hash, progress));
    } catch (CharacterCodingException failure) {
      throw Faults.encoding(file, options.encoding(), "");
    } catch (IOException failure) {
      throw SourceFile.translate(file, failure);
    }
  }

  /// Only the hash: for formats that are read as they are.
  public static String hashOnly(Path file, Progress progress) {
    return finish(file, hash(file, progress), progress);
  }

  private static CompletableFuture<String> hash(Path file, Progress progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return SourceFile.sha256(file, progress::cancelled);
          } catch (IOException failure) {
            throw Faults.unreadable(file, failure);
          }
        },
        HASHING);
  }

  private static String finish(Path file, CompletableFuture<String> hash, Progress progress) {
    try {
      String done = hash.join();
      progress.checkCancelled();
      return done;
    } catch (CompletionException failure) {
      throw Faults.unreadable(file, failure);
    }
  }

  private static void walk(
      InputStream in, LineScan scan, OutputStream out, long bytes, Progress progress)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    int read;
    while ((read = in.readNBytes(buffer, 0, buffer.length)) > 0) {
      progress.checkCancelled();
      scan.feed(buffer, read);
      out.write(buffer, 0, read);
      done += read;
      progress.fraction(bytes > 0 ? Math.min(1.0, (double) done / bytes) : -1);
    }
  }

  private static void rewrite(
      Path file,
      FileOptions options,
      boolean returns,
      LineScan scan,
      Path temporary,
      Progress progress)
      throws IOException {
    Charset charset =
        Encodings.charset(options.encoding())
            .orElseThrow(() -> Faults.encoding(file, options.encoding(), ""));
    try (var counted = new CountedInput(Files.newInputStream(file));
        InputStream raw =
            options.gzip() ? new java.util.zip.GZIPInputStream(counted, BUFFER) : counted;
        InputStream plain = Preamble.without(returns ? new LineReturns(raw) : raw, options.skip());
        OutputStream out = Files.newOutputStream(temporary)) {
      long size = Files.size(file);
      if (charset.equals(StandardCharsets.UTF_8)) {
        byte[] buffer = new byte[BUFFER];
        int read;
        while ((read = plain.readNBytes(buffer, 0, buffer.length)) > 0) {
          progress.checkCancelled();
          scan.feed(buffer, read);
          out.write(buffer, 0, read);
          progress.fraction(Math.min(1.0, (double) counted.count() / size));
        }
      } else {
        transcode(plain, charset, scan, out, () -> counted.count() / (double) size, progress);
      }
    }
  }

  private static void transcode(
      InputStream in,
      Charset charset,
      LineScan scan,
      OutputStream out,
      java.util.function.DoubleSupplier fraction,
      Progress progress)
      throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var source = Channels.newChannel(in);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer letters = CharBuffer.allocate(BUFFER);
    boolean ended = false;
    while (!ended) {
      progress.checkCancelled();
      ended = source.read(bytes) < 0;
      bytes.flip();
      CoderResult result = decoder.decode(bytes, letters, ended);
      if (result.isError()) {
        result.throwException();
      }
      bytes.compact();
      if (ended) {
        decoder.flush(letters);
      }
      letters.flip();
      byte[] encoded = letters.toString().getBytes(StandardCharsets.UTF_8);
      // A high surrogate at the end waits for its other half.
      int keep = letters.hasRemaining() && Character.isHighSurrogate(last(letters)) ? 1 : 0;
      if (keep == 1 && !ended) {
        char waiting = last(letters);
        encoded =
            letters
                .subSequence(0, letters.length() - 1)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        letters.clear();
        letters.put(waiting);
      } else {
        letters.clear();
      }
      scan.feed(encoded, encoded.length);
      out.write(encoded);
      progress.fraction(Math.min(1.0, fraction.getAsDouble()));
    }
  }

  private static char last(CharBuffer letters) {
    return letters.charAt(letters.length() - 1);
  }
}
