package io.customer360.identity.file;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.record.RecordTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes links and clusters as CSV. A file appears whole or not at all.
public final class LinkFiles {
  private LinkFiles() {}

  /// `id_l, id_r, probability, weight`, and by comparison its level in words and its weight in
  /// bits. The weights of the comparisons and the prior's make up the pair's weight.
  public static void pairs(Path file, RecordTable records, LinkResult result) {
    PairScorer scorer = result.scorer();
    List<LinkModel.ComparisonModel> comparisons = scorer.model().comparisons();
    write(
        file,
        out -> {
          StringBuilder header = new StringBuilder("id_l,id_r,probability,weight");
          for (LinkModel.ComparisonModel c : comparisons) {
            header.append(',').append(quoted(c.name() + "_level"));
            header.append(',').append(quoted(c.name() + "_weight"));
          }
          out.write(header.append('\n').toString());
          RecordComparator.Scratch scratch = scorer.comparator().scratch();
          for (LinkResult.Link link : result.links()) {
            long pattern = scorer.comparator().pattern(link.a(), link.b(), scratch);
            StringBuilder line = new StringBuilder(200);
            line.append(quoted(records.id(link.a()))).append(',');
            line.append(quoted(records.id(link.b()))).append(',');
            line.append(number(link.probability(), 6)).append(',');
            line.append(number(link.weight(), 3));
            for (int i = 0; i < comparisons.size(); i++) {
              int level = RecordComparator.level(pattern, i);
              line.append(',')
                  .append(
                      quoted(level == 0 ? "missing" : comparisons.get(i).labels().get(level - 1)));
              line.append(',').append(number(scorer.weight(pattern, i, link.a(), link.b()), 3));
            }
            out.write(line.append('\n').toString());
          }
        });
  }

  /// `id, cluster` (with `source` when there are two): every record once; a cluster is named by
  /// the id of its first record.
  public static void clusters(Path file, RecordTable records, LinkResult result) {
    boolean two = records.sourceCount() == 2;
    write(
        file,
        out -> {
          out.write(two ? "source,id,cluster\n" : "id,cluster\n");
          int[] labels = result.clusters();
          for (int row = 0; row < labels.length; row++) {
            int first = labels[row];
            String name = (two ? (records.source(first) + 1) + ":" : "") + records.id(first);
            out.write(
                (two ? (records.source(row) + 1) + "," : "")
                    + quoted(records.id(row))
                    + ","
                    + quoted(name)
                    + "\n");
          }
        });
  }

  /// `pairs.csv` becomes `pairs-clusters.csv`, beside it.
  public static Path clustersBeside(Path pairs) {
    String name = pairs.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return pairs.resolveSibling(stem + "-clusters.csv");
  }

  @FunctionalInterface
  private interface Body {
    void write(BufferedWriter out) throws IOException;
  }

  private static void write(Path file, Body body) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (BufferedWriter out = Files.newBufferedWriter(part)) {
        body.write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-IDT-009", file + " could not be written: " + e.getMessage(), e);
    }
  }

  private static String number(double value, int digits) {
    long scale = digits == 6 ? 1_000_000 : 1_000;
    long units = Math.round(Math.abs(value) * scale);
    String fraction = Long.toString(scale + units % scale).substring(1);
    return (value < 0 && units > 0 ? "-" : "") + units / scale + "." + fraction;
  }

  private static String quoted(String value) {
    return value.indexOf(',') < 0
            && value.indexOf('"') < 0
            && value.indexOf('\n') < 0
            && value.indexOf('\r') < 0
        ? value
        : '"' + value.replace("\"", "\"\"") + '"';
  }
}
