package io.customer360.ingest;

import io.customer360.lakehouse.BronzeViews;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes `bronze.<dataset>` out of its landings: a view that types the raw text while it is read.
/// Silver reads each dataset once at a refresh, so the casts are paid once and nothing is stored
/// twice. Rows left out are looked up in `ops.landing_left_out`; mended rows come in with their
/// fixes applied.
final class Publisher {
  private final ContractBook contracts;
  private final MappingStore mappings;
  private final MappingText text = new MappingText();

  Publisher(ContractBook contracts, MappingStore mappings) {
    this.contracts = contracts;
    this.mappings = mappings;
  }

  /// To be called in the transaction that changed the dataset's landings or quarantine.
  void publish(Connection connection, Canonical.Dataset dataset, List<Manifest> manifests)
      throws SQLException {
    List<Manifest> own =
        manifests.stream().filter(m -> m.dataset().equals(dataset.name())).toList();
    if (own.isEmpty()) {
      BronzeViews.publishEmpty(connection, dataset);
      return;
    }
    Map<String, Map<String, Long>> leftOut = leftOut(connection);
    StringBuilder print = new StringBuilder();
    List<String> branches = new ArrayList<>();
    for (Manifest manifest : own) {
      Map<String, Long> counts = leftOut.getOrDefault(manifest.landing(), Map.of());
      branches.addAll(branches(dataset, manifest, counts));
      print
          .append(manifest.landing())
          .append(manifest.sha256())
          .append(manifest.mappingText())
          .append(counts)
          .append(fixes(manifest));
    }
    BronzeViews.publish(
        connection, dataset, String.join("\nunion all\n", branches), hash(print.toString()));
  }

  private static Map<String, Map<String, Long>> leftOut(Connection connection) throws SQLException {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    Rows.list(
        connection,
        """
        select landing, why, count(*) as n from ops.landing_left_out group by all
        union all
        select landing, 'fixed ' || note, count(*) from ops.quarantine
        where status = 'FIXED' group by all""",
        row ->
            counts
                .computeIfAbsent(row.getString(1), key -> new TreeMap<>())
                .put(row.getString(2), row.getLong(3)));
    return counts;
  }

  /// The fixes written for a landing since it came.
  List<MappingFix> fixes(Manifest manifest) {
    return mappings
        .newest(manifest.mapping())
        .map(
            mapping ->
                mapping.fixes().stream()
                    .filter(fix -> fix.landing().equals(manifest.landing()))
                    .toList())
        .orElse(List.of());
  }

  Mapping mapping(Manifest manifest) {
    return text.parse(manifest.mappingText(), "of landing " + manifest.landing());
  }

  TypedSelect select(Canonical.Dataset dataset, Manifest manifest) {
    return new TypedSelect(dataset, mapping(manifest), contracts.of(dataset).synonyms());
  }

  private List<String> branches(
      Canonical.Dataset dataset, Manifest manifest, Map<String, Long> counts) {
    TypedSelect select = select(dataset, manifest);
    String raw = Bronze.relation(manifest, Bronze.relative(manifest.dataset(), manifest.landing()));
    String landing = Sql.literal(manifest.landing());
    boolean somethingLeftOut = counts.keySet().stream().anyMatch(why -> !why.startsWith("fixed"));
    String good =
        somethingLeftOut
            ? "(select * from "
                + raw
                + " where _line not in (select line from ops.landing_left_out where landing = "
                + landing
                + "))"
            : raw;
    List<String> branches = new ArrayList<>();
    branches.add(branch(dataset, manifest, select.plain(good)));
    if (counts.keySet().stream().anyMatch(why -> why.startsWith("fixed"))) {
      String mended =
          "(select * from "
              + raw
              + " where _line in (select line from ops.quarantine where landing = "
              + landing
              + " and status = 'FIXED'))";
      branches.add(branch(dataset, manifest, select.withFixes(mended, fixes(manifest))));
    }
    return branches;
  }

  private static String branch(Canonical.Dataset dataset, Manifest manifest, String rows) {
    String columns =
        String.join(", ", dataset.columns().stream().map(c -> Sql.identifier(c.name())).toList());
    return "select "
        + columns
        + ", "
        + Sql.literal(manifest.source())
        + " as _source, "
        + Sql.literal(manifest.landing())
        + " as _landing, "
        + Sql.literal(manifest.file())
        + " as _file, cast(_line as bigint) as _line\nfrom ("
        + rows
        + ")";
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
