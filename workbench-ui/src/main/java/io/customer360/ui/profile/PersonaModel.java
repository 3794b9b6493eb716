package io.customer360.ui.profile;

import io.customer360.profile.share.Persona;
import io.customer360.profile.share.PersonaTrial;
import io.customer360.profile.share.Personas;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The test personas of the workspace, and the one that is looked at.
final class PersonaModel {
  private final Personas personas;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Persona>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final ReadOnlyObjectWrapper<Load<PersonaTrial>> trial =
      new ReadOnlyObjectWrapper<>(Load.idle());

  private final Latest<PersonaTrial> deciding;

  PersonaModel(ProfileFaces faces, FxJobs jobs) {
    this.personas = faces.personas();
    this.jobs = jobs;
    this.deciding =
        jobs.latest(
            decided -> trial.set(new Load.Ready<>(decided)),
            fault -> trial.set(new Load.Failed<>(fault)));
    opened.subscribe(persona -> trial.set(Load.idle()));
  }

  ReadOnlyObjectProperty<List<String>> names() {
    return names.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Persona>> opened() {
    return opened.getReadOnlyProperty();
  }

  /// What would be decided for the persona that is looked at; idle until it is asked for.
  ReadOnlyObjectProperty<Load<PersonaTrial>> trial() {
    return trial.getReadOnlyProperty();
  }

  /// Decides for the persona that is looked at, under the policies as they are at this moment.
  void decide() {
    opened
        .get()
        .map(Persona::name)
        .ifPresent(
            name -> {
              trial.set(trial.get().reload());
              deciding.submitNow(progress -> personas.decide(name));
            });
  }

  void read(Consumer<Fault> failed) {
    jobs.run(Messages.text("profile.personas"), progress -> personas.names(), names::set, failed);
  }

  /// Freezes a customer; the new persona is looked at next.
  void save(String customerId, String name, Consumer<Persona> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("profile.persona.save"),
        progress -> personas.save(customerId, name),
        persona -> {
          opened.set(Optional.of(persona));
          read(failed);
          done.accept(persona);
        },
        failed);
  }

  void open(String name, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("profile.personas"),
        progress -> personas.open(name),
        persona -> opened.set(Optional.of(persona)),
        failed);
  }

  void delete(String name, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("profile.persona.delete"),
        progress -> {
          personas.delete(name);
          return name;
        },
        gone -> {
          opened.set(Optional.empty());
          read(failed);
        },
        failed);
  }
}
