package io.customer360.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Standard output and error as commands need them: what goes to a file or another program is UTF-8
/// wherever the program runs (RFC 8259 knows no other JSON), and an answer that could not be
/// written is not taken for one that was.
final class StandardStreams {
  private static final int BUFFER = 1 << 16;

  private final Noting out;

  private StandardStreams(Noting out) {
    this.out = out;
  }

  /// Replaces `System.out` and `System.err`.
  static StandardStreams install() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    Noting out = new Noting(new FileOutputStream(FileDescriptor.out));
    Charset outCharset = charset(System.out.charset(), terminal);
    Charset errCharset = charset(System.err.charset(), terminal);
    System.setOut(new PrintStream(new BufferedOutputStream(out, BUFFER), true, outCharset));
    System.setErr(
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), BUFFER),
            true,
            errCharset));
    return new StandardStreams(out);
  }

  /// A terminal gets what it understands, but for one that nobody has told anything.
  private static Charset charset(Charset offered, boolean terminal) {
    return terminal && !offered.equals(StandardCharsets.US_ASCII)
        ? offered
        : StandardCharsets.UTF_8;
  }

  /// The exit code of a command that answered `code`, once everything it printed is out. A reader
  /// that has seen enough (`| head`) is told nothing and gets what a shell gives for it.
  int leave(int code) {
    System.out.flush();
    IOException failure = out.failure;
    if (failure == null) {
      return code;
    }
    if (String.valueOf(failure.getMessage()).contains("Broken pipe")) {
      return 141;
    }
    System.err.println(
        "workbench: the answer could not be written to standard output: " + failure.getMessage());
    return code == 0 ? 1 : code;
  }

  /// Remembers the first failure, which a `PrintStream` keeps to itself.
  private static final class Noting extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    Noting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        }
        throw e;
      }
    }
  }
}
