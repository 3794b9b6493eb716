package io.customer360.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data files of a sample, numbered: first the source files in their order, then the registers
/// of point of sale by quarter, then the truth.
final class Outputs {
  /// A file to be written.
  ///
  /// @param form what its columns mean; null for the truth
  record Output(
      String path, String header, boolean latin, boolean gzip, @Nullable SourceFile form) {
    String source() {
      return form == null ? "truth" : form.source;
    }

    String dataset() {
      return form == null ? "" : form.dataset;
    }
  }

  private final List<Output> files = new ArrayList<>();
  private final int firstPos;
  private final int quarters;
  private final int firstTruth;

  Outputs(long today) {
    for (SourceFile file : SourceFile.values()) {
      files.add(
          new Output(file.path, file.header(), file.latin(), file.path.endsWith(".gz"), file));
    }
    firstPos = files.size();
    quarters = quarter(today) + 1;
    for (int q = 0; q < quarters; q++) {
      String name = (2023 + q / 4) + "-q" + (q % 4 + 1);
      if (q == quarters - 1) {
        // the running quarter is an export up to the day before yesterday
        Text day = Times.isoDate(new Text(10, false), today - 2 * Times.DAY);
        name = new String(day.bytes(), 0, day.length(), StandardCharsets.US_ASCII);
      }
      files.add(
          new Output(
              SourceFile.POS.path + "pos-" + name + ".csv",
              SourceFile.POS.header(),
              false,
              false,
              SourceFile.POS));
    }
    firstTruth = files.size();
    for (Truth truth : Truth.values()) {
      files.add(new Output(truth.path, truth.header, false, false, null));
    }
  }

  private static int quarter(long at) {
    int date = Times.date(Math.floorDiv(at, Times.DAY));
    return (date / 10_000 - 2023) * 4 + (date / 100 % 100 - 1) / 3;
  }

  int size() {
    return files.size();
  }

  Output file(int index) {
    return files.get(index);
  }

  int indexOf(Truth truth) {
    return firstTruth + truth.ordinal();
  }

  /// Whether a file holds who the people are: their records or the truth about them.
  boolean ofPeople(int index) {
    return index == indexOf(Truth.PERSONS) || file(index).dataset().equals("person");
  }

  int posIndex(long at) {
    return firstPos + Math.clamp(quarter(at), 0, quarters - 1);
  }

  int lastPosIndex() {
    return firstPos + quarters - 1;
  }

  /// The registers stand in for [SourceFile#POS], which is a folder.
  boolean skipped(int index) {
    return index == SourceFile.POS.ordinal();
  }
}
