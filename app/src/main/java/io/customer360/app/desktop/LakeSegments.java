package io.customer360.app.desktop;

import io.customer360.engine.Engine;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.ui.profile.SegmentPalette;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The palette's segments: their texts, and who was in them at the last refresh.
final class LakeSegments implements SegmentPalette.Segments {
  private static final int MOST = 5_000;

  private final Engine engine;

  LakeSegments(Engine engine) {
    this.engine = engine;
  }

  /// The segments' names by id. Read each time: they are texts that may be edited while the window
  /// is open.
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    new SegmentFiles(engine.workspace().segments())
        .read()
        .forEach(segment -> names.put(segment.id(), segment.title()));
    return names;
  }

  @Override
  public List<SegmentPalette.Segment> all() {
    Map<String, Long> people =
        engine
            .lakehouse()
            .read(
                connection ->
                    Rows.list(
                        connection,
                        "select segment, count(*) from gold.segment_member group by all",
                        row -> Map.entry(row.getString(1), row.getLong(2))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return names().entrySet().stream()
        .map(
            entry ->
                new SegmentPalette.Segment(
                    entry.getKey(), entry.getValue(), people.getOrDefault(entry.getKey(), 0L)))
        .toList();
  }

  @Override
  public List<String> members(String id) {
    return engine
        .lakehouse()
        .read(
            connection ->
                Rows.list(
                    connection,
                    """
                    select m.customer_id
                    from gold.segment_member m join gold.customer c using (customer_id)
                    where m.segment = ?
                    order by c.margin_12m desc nulls last, m.customer_id
                    limit\s"""
                        + MOST,
                    row -> row.getString(1),
                    id));
  }
}
