package io.customer360.profile.share;

import java.util.List;

/// Customers frozen as test personas, kept as text in the workspace's folder `personas`. Safe to
/// call from any thread.
public interface Personas {
  /// Freezes what is known of a customer today, and what would be decided for him. `name` holds a
  /// letter or digit at least.
  ///
  /// @throws io.customer360.fault.WorkbenchException when nobody has that id, the name is taken or
  ///     cannot be the name of a file
  Persona save(String customerId, String name);

  /// By name. A file that cannot be read is told by [#open].
  List<String> names();

  /// @throws io.customer360.fault.WorkbenchException when there is none of that name, or its file
  ///     is damaged
  Persona open(String name);

  /// Decides for a persona at its own moment, under the catalogue and policies as they are now, and
  /// compares with what was decided when it was saved. Stores nothing.
  ///
  /// @throws io.customer360.fault.WorkbenchException when there is none of that name, its file is
  ///     damaged or of the first format, or a text in force cannot be read
  PersonaTrial decide(String name);

  /// @throws io.customer360.fault.WorkbenchException when there is none of that name
  void delete(String name);
}
