package io.customer360.studio.ui.rules;

import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.segment.SegmentCatalog;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The segments there are, and the names rules may use. FX thread only.
public final class CatalogModel implements AutoCloseable {
  private final SegmentStudio studio;
  private final SegmentCatalog catalog;
  private final Formats formats;
  private final ReadOnlyObjectWrapper<Load<List<SegmentCatalog.Size>>> rows =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<Vocabulary>> vocabulary =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<List<SegmentCatalog.Size>> rowsLane;
  private final Latest<Vocabulary> vocabularyLane;

  public CatalogModel(SegmentStudio studio, SegmentCatalog catalog, Formats formats, FxJobs jobs) {
    this.studio = studio;
    this.catalog = catalog;
    this.formats = formats;
    rowsLane =
        jobs.latest(
            value -> rows.set(new Load.Ready<>(value)),
            fault -> rows.set(new Load.Failed<>(fault)));
    vocabularyLane =
        jobs.latest(
            value -> vocabulary.set(new Load.Ready<>(value)),
            fault -> vocabulary.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<Load<List<SegmentCatalog.Size>>> rows() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Vocabulary>> vocabulary() {
    return vocabulary.getReadOnlyProperty();
  }

  public void reload() {
    rows.set(rows.get().reload());
    rowsLane.submit(
        progress -> catalog.sizes().stream().filter(row -> !row.segment().retired()).toList());
    vocabulary.set(vocabulary.get().reload());
    vocabularyLane.submit(
        progress -> {
          FieldCatalog fields = studio.catalog();
          Map<String, String> segments = new LinkedHashMap<>();
          for (SegmentDefinition segment : studio.definitions()) {
            if (!segment.retired()) {
              segments.put(segment.id(), segment.title());
            }
          }
          return new Vocabulary(fields, segments, formats);
        });
  }

  @Override
  public void close() {
    rowsLane.close();
    vocabularyLane.close();
  }
}
