package io.customer360.studio.ui.activate;

import io.customer360.governance.Person;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.ExportReport;
import io.customer360.studio.activate.ActivationOrder;
import io.customer360.studio.activate.ActivationReport;
import io.customer360.studio.desk.Activations;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.ui.decision.DeliverySwitch;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is to leave, and how many it reaches. Every change asks anew; the newest answer counts. FX
/// thread only.
public final class ActivationModel implements AutoCloseable {
  /// Ready to choose.
  ///
  /// @param members written for this version
  public record Opened(SegmentDefinition segment, long members, Activations.Choices choices) {}

  private final Activations activations;
  private final DeliverySwitch delivery;
  private final Person person;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<ActivationOrder> order;
  private final ReadOnlyObjectWrapper<Load<ActivationReport>> reach =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<ActivationReport> reachLane;

  public ActivationModel(
      Activations activations, DeliverySwitch delivery, Person person, FxJobs jobs) {
    this.activations = activations;
    this.delivery = delivery;
    this.person = person;
    this.jobs = jobs;
    order =
        new ReadOnlyObjectWrapper<>(
            new ActivationOrder("webhook", "email", "marketing", List.of(), 7));
    reachLane =
        jobs.latest(
            value -> reach.set(new Load.Ready<>(value)),
            fault -> reach.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<ActivationOrder> order() {
    return order.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<ActivationReport>> reach() {
    return reach.getReadOnlyProperty();
  }

  /// Writes the members, so that what is counted and sent is what the rules say now.
  public void open(SegmentDefinition segment, Consumer<Opened> ready, Consumer<Fault> failed) {
    reach.set(Load.idle());
    jobs.run(
        Messages.text("studio.materialise"),
        progress ->
            new Opened(segment, activations.write(segment, progress), activations.choices()),
        opened -> {
          List<String> targets = opened.choices().targets();
          ActivationOrder now = order.get();
          if (!targets.isEmpty() && !targets.contains(now.target())) {
            order.set(
                new ActivationOrder(
                    targets.getFirst(), now.channel(), now.purpose(), now.columns(), now.days()));
          }
          ask(segment);
          ready.accept(opened);
        },
        failed);
  }

  /// Takes another order and counts whom it reaches.
  public void order(SegmentDefinition segment, ActivationOrder next) {
    order.set(next);
    ask(segment);
  }

  /// Adds or removes a field that goes along.
  public void column(SegmentDefinition segment, String name, boolean along) {
    ActivationOrder now = order.get();
    List<String> columns = new ArrayList<>(now.columns());
    columns.remove(name);
    if (along) {
      columns.add(name);
    }
    order(
        segment,
        new ActivationOrder(now.target(), now.channel(), now.purpose(), columns, now.days()));
  }

  void ask(SegmentDefinition segment) {
    ActivationOrder asked = order.get();
    reach.set(reach.get().reload());
    reachLane.submit(progress -> activations.reach(segment, asked, progress));
  }

  /// Queues everybody who may be addressed.
  public void queue(
      SegmentDefinition segment, Consumer<ActivationReport> done, Consumer<Fault> failed) {
    ActivationOrder now = order.get();
    jobs.run(
        Messages.text("studio.activate"),
        progress -> activations.queue(segment, now, person, progress),
        done,
        failed);
  }

  /// Hands what waits in the outbox to its destinations.
  public void deliver(Consumer<DeliverySwitch.Delivered> done, Consumer<Fault> failed) {
    jobs.run(Messages.text("studio.deliver"), delivery::deliver, done, failed);
  }

  /// Writes the people to a file.
  public void export(
      SegmentDefinition segment,
      ExportFormat format,
      Path file,
      Consumer<ExportReport> done,
      Consumer<Fault> failed) {
    List<String> columns = order.get().columns();
    jobs.run(
        Messages.text("studio.export"),
        progress -> activations.export(segment, columns, format, file, progress),
        done,
        failed);
  }

  @Override
  public void close() {
    reachLane.close();
  }
}
