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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes `bronze.<dataset>` out of its landings: a view that types the raw text while it is read.
/// Silver reads each dataset once at a refresh, so the casts are paid once and nothing is stored
/// twice. Rows left out are looked up in `ops.landing_left_out`; mended rows come in with their
/// fixes applied.
final class Publisher {
  private static final String FIXED = "fixed ";

  private final ContractBook contracts;
  private final MappingStore mappings;
  private final MappingText text = new MappingText();
  private final Optional<KnownThen> then;

  /// @param then of a workspace that shows a past day, what was known on it
  Publisher(ContractBook contracts, MappingStore mappings, Optional<KnownThen> then) {
    this.contracts = contracts;
    this.mappings = mappings;
    this.then = then;
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
    Map<Shape, List<Manifest>> shapes = new LinkedHashMap<>();
    for (Manifest manifest : own) {
      shapes.computeIfAbsent(Shape.of(manifest), key -> new ArrayList<>()).add(manifest);
      print
          .append(manifest.landing())
          .append(manifest.sha256())
          .append(manifest.reading())
          .append(leftOut.getOrDefault(manifest.landing(), Map.of()))
          .append(fixes(manifest));
    }
    List<String> branches = new ArrayList<>();
    shapes.values().forEach(alike -> branches.addAll(branches(dataset, alike, leftOut)));
    BronzeViews.publish(
        connection, dataset, String.join("\nunion all\n", branches), hash(print.toString()));
  }

  /// Landings that one select can read together.
  private record Shape(String mapping, long firstLine, List<String> columns, List<String> paths) {
    static Shape of(Manifest manifest) {
      return new Shape(
          manifest.reading(), manifest.firstLine(), manifest.columns(), manifest.paths());
    }
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
    return select(dataset, manifest, Set.copyOf(manifest.trimmed()));
  }

  private TypedSelect select(Canonical.Dataset dataset, Manifest manifest, Set<String> trimmed) {
    return new TypedSelect(
        dataset, mapping(manifest), contracts.of(dataset).synonyms(), manifest.paths(), trimmed);
  }

  /// One select for all landings of a shape, and one for each landing with mended rows.
  private List<String> branches(
      Canonical.Dataset dataset, List<Manifest> alike, Map<String, Map<String, Long>> leftOut) {
    Manifest first = alike.getFirst();
    Set<String> trimmed = new HashSet<>(first.trimmed());
    alike.forEach(manifest -> trimmed.retainAll(Set.copyOf(manifest.trimmed())));
    TypedSelect select = select(dataset, first, trimmed);
    String raw =
        Bronze.relation(
            first.firstLine(),
            alike.stream().map(m -> Bronze.relative(m.dataset(), m.landing())).toList());
    boolean somethingLeftOut =
        alike.stream()
            .flatMap(m -> leftOut.getOrDefault(m.landing(), Map.of()).keySet().stream())
            .anyMatch(why -> !why.startsWith(FIXED));
    String good =
        somethingLeftOut
            ? "(select * from "
                + raw
                + " r where not exists (select 1 from ops.landing_left_out o where o.line ="
                + " r._line and o.landing = r._landing))"
            : raw;
    List<String> branches = new ArrayList<>();
    branches.add(branch(dataset, first, select.plain(good)));
    for (Manifest manifest : alike) {
      boolean mended =
          leftOut.getOrDefault(manifest.landing(), Map.of()).keySet().stream()
              .anyMatch(why -> why.startsWith(FIXED));
      if (mended) {
        branches.add(mended(dataset, manifest, select));
      }
    }
    return branches;
  }

  private String mended(Canonical.Dataset dataset, Manifest manifest, TypedSelect select) {
    String file = Bronze.relative(manifest.dataset(), manifest.landing());
    String rows =
        "(select * from "
            + Bronze.relation(manifest, file)
            + " where _line in (select line from ops.quarantine where landing = "
            + Sql.literal(manifest.landing())
            + " and status = 'FIXED'))";
    return branch(dataset, manifest, select.withFixes(rows, fixes(manifest)));
  }

  private String branch(Canonical.Dataset dataset, Manifest manifest, String rows) {
    String columns =
        String.join(
            ", ",
            then.map(known -> known.columns(dataset))
                .orElseGet(
                    () -> dataset.columns().stream().map(c -> Sql.identifier(c.name())).toList()));
    return "select "
        + columns
        + ", "
        + Sql.literal(manifest.source())
        + " as _source, _landing, _file, cast(_line as bigint) as _line\nfrom ("
        + rows
        + ")"
        + then.map(known -> known.where(dataset)).orElse("");
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
