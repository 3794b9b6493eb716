package io.customer360.identity.file;

import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.record.RecordTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Writes links and clusters as CSV. A file appears whole or not at all.
public final class LinkFiles {
  private static final int DECIMALS = 12;

  private LinkFiles() {}

  /// `id_l, id_r` (of two files, the first file's record stands left); `probability` and `weight`
  /// of the two alone; `link`, `direct` or `through` the records of the chain that makes them one,
  /// and `path_probability`, the chain's; then what `weight` is the sum of, in bits:
  /// `start_weight`, by comparison its level in words and its weight, and `one_home_weight`, what
  /// is taken off because two people of one home share as much. Weights have twelve decimals, so
  /// that each row sums to within 1e-9.
  public static void pairs(Path file, RecordTable records, LinkResult result) {
    PairScorer scorer = result.scorer();
    List<LinkModel.ComparisonModel> comparisons = scorer.model().comparisons();
    write(
        file,
        out -> {
          StringBuilder header =
              new StringBuilder("id_l,id_r,probability,weight,link,path_probability");
          header.append(",start_weight");
          for (LinkModel.ComparisonModel c : comparisons) {
            header.append(',').append(quoted(c.name() + "_level"));
            header.append(',').append(quoted(c.name() + "_weight"));
          }
          out.write(header.append(",one_home_weight\n").toString());
          RecordComparator.Scratch scratch = scorer.comparator().scratch();
          boolean turned = records.sourceOfFile(0) == 1;
          for (LinkResult.Link link : result.links()) {
            long pattern = scorer.comparator().pattern(link.a(), link.b(), scratch);
            StringBuilder line = new StringBuilder(200);
            line.append(quoted(records.id(turned ? link.b() : link.a()))).append(',');
            line.append(quoted(records.id(turned ? link.a() : link.b()))).append(',');
            line.append(number(link.probability())).append(',');
            line.append(number(link.weight())).append(',');
            line.append(quoted(how(records, link))).append(',');
            line.append(number(link.pathProbability())).append(',');
            line.append(number(scorer.startBits()));
            for (int i = 0; i < comparisons.size(); i++) {
              int level = RecordComparator.level(pattern, i);
              line.append(',')
                  .append(
                      quoted(level == 0 ? "missing" : comparisons.get(i).labels().get(level - 1)));
              line.append(',').append(number(scorer.weight(pattern, i, link.a(), link.b())));
            }
            double home = scorer.kinPenalty(pattern, link.a(), link.b());
            line.append(',').append(number(-home));
            out.write(line.append('\n').toString());
          }
        });
  }

  private static String how(RecordTable records, LinkResult.Link link) {
    return link.direct()
        ? "direct"
        : "through " + String.join(", ", link.through().stream().map(records::id).toList());
  }

  /// `id, cluster` (with `source` when there are two, the number of the file): every record once; a
  /// cluster is named by the id of its first record.
  public static void clusters(Path file, RecordTable records, LinkResult result) {
    boolean two = records.sourceCount() == 2;
    write(
        file,
        out -> {
          out.write(two ? "source,id,cluster\n" : "id,cluster\n");
          int[] labels = result.clusters();
          int[] firsts = new int[labels.length];
          Arrays.fill(firsts, -1);
          for (int at = 0; at < labels.length; at++) {
            int row = inFileOrder(records, at);
            if (firsts[labels[row]] < 0) {
              firsts[labels[row]] = row;
            }
            int first = firsts[labels[row]];
            String name = (two ? (records.file(first) + 1) + ":" : "") + records.id(first);
            out.write(
                (two ? (records.file(row) + 1) + "," : "")
                    + quoted(records.id(row))
                    + ","
                    + quoted(name)
                    + "\n");
          }
        });
  }

  /// The row at a place where the first file's rows come first.
  private static int inFileOrder(RecordTable records, int at) {
    int second = records.size() - records.firstSource();
    boolean turned = records.sourceOfFile(0) == 1;
    return !turned ? at : at < second ? records.firstSource() + at : at - second;
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
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.of(file)
          .write(
              out -> {
                BufferedWriter text =
                    new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                body.write(text);
                text.flush();
              });
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-IDT-009", file + " could not be written: " + e.getMessage(), e);
    }
  }

  /// Rounded to twelve decimals, without zeros at the end.
  private static String number(double value) {
    String text =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    String plain = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    return plain.equals("-0") ? "0" : plain;
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
