package io.customer360.ingest.publish;

import io.customer360.ingest.bronze.Bronze;
import io.customer360.ingest.contract.ContractBook;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.MappingFix;
import io.customer360.ingest.mapping.MappingStore;
import io.customer360.ingest.mapping.MappingText;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.lakehouse.BronzeViews;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import io.customer360.text.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
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
public final class Publisher {
  private static final String FIXED = "fixed ";

  private final Bronze bronze;
  private final ContractBook contracts;
  private final MappingStore mappings;
  private final MappingText text = new MappingText();
  private final Optional<KnownThen> then;

  /// @param then of a workspace that shows a past day, what was known on it
  public Publisher(
      Bronze bronze, ContractBook contracts, MappingStore mappings, Optional<KnownThen> then) {
    this.bronze = bronze;
    this.contracts = contracts;
    this.mappings = mappings;
    this.then = then;
  }

  /// To be called in the transaction that changed the dataset's landings or quarantine.
  public void publish(Connection connection, Canonical.Dataset dataset, List<Manifest> manifests)
      throws SQLException {
    List<Manifest> own = whole(dataset, manifests);
    if (own.isEmpty()) {
      BronzeViews.publishEmpty(connection, dataset);
      return;
    }
    publish(connection, dataset, own, leftOut(connection));
  }

  /// Publishes the datasets whose landings, contract or files are others than when they were
  /// published: of an earlier version of the program, or because a lost file is back.
  public void publishChanged(Connection connection, List<Manifest> manifests) throws SQLException {
    Map<String, Map<String, Long>> leftOut = leftOut(connection);
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      List<Manifest> own = whole(dataset, manifests);
      String now = own.isEmpty() ? BronzeViews.EMPTY : print(dataset, own, leftOut);
      if (!now.equals(BronzeViews.published(connection, dataset))) {
        if (own.isEmpty()) {
          BronzeViews.publishEmpty(connection, dataset);
        } else {
          publish(connection, dataset, own, leftOut);
        }
      }
    }
  }

  /// The landings of a dataset but for those whose rows are gone: those are told, and no refresh
  /// goes on without them, but the others can be looked at.
  private List<Manifest> whole(Canonical.Dataset dataset, List<Manifest> manifests) {
    return manifests.stream()
        .filter(m -> m.dataset().equals(dataset.name()))
        .filter(m -> bronze.damage(m.dataset(), m.landing()) == null)
        .toList();
  }

  /// Names what the dataset is: its landings, how they are read, what is left out, its contract.
  private String print(
      Canonical.Dataset dataset, List<Manifest> own, Map<String, Map<String, Long>> leftOut) {
    StringBuilder print = new StringBuilder(contracts.of(dataset).print());
    for (Manifest manifest : own) {
      print
          .append(manifest.landing())
          .append(manifest.sha256())
          .append(manifest.reading())
          .append(leftOut.getOrDefault(manifest.landing(), Map.of()))
          .append(fixes(manifest));
    }
    return Sha256.half(print.toString());
  }

  private void publish(
      Connection connection,
      Canonical.Dataset dataset,
      List<Manifest> own,
      Map<String, Map<String, Long>> leftOut)
      throws SQLException {
    Map<Shape, List<Manifest>> shapes = new LinkedHashMap<>();
    for (Manifest manifest : own) {
      shapes.computeIfAbsent(Shape.of(manifest), key -> new ArrayList<>()).add(manifest);
    }
    List<String> branches = new ArrayList<>();
    shapes.values().forEach(alike -> branches.addAll(branches(dataset, alike, leftOut)));
    BronzeViews.publish(
        connection, dataset, String.join("\nunion all\n", branches), print(dataset, own, leftOut));
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
  public List<MappingFix> fixes(Manifest manifest) {
    return mappings
        .newest(manifest.mapping())
        .map(
            mapping ->
                mapping.fixes().stream()
                    .filter(fix -> fix.landing().equals(manifest.landing()))
                    .toList())
        .orElse(List.of());
  }

  public Mapping mapping(Manifest manifest) {
    return text.parse(manifest.mappingText(), "of landing " + manifest.landing());
  }

  public TypedSelect select(Canonical.Dataset dataset, Manifest manifest) {
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
}
