package io.customer360.profile.share;

import java.util.List;

/// Customers frozen as test personas, kept as text in the workspace's folder `personas`. Safe to
/// call from any thread.
public interface Personas {
  /// Freezes what is known of a customer today. `name` holds a letter or digit at least.
  ///
  /// @throws io.customer360.fault.WorkbenchException when nobody has that id, the name is taken or
  ///     cannot be the name of a file
  Persona save(String customerId, String name);

  /// By name. A file that cannot be read is told by [#open].
  List<String> names();

  /// @throws io.customer360.fault.WorkbenchException when there is none of that name, or its file
  ///     is damaged
  Persona open(String name);

  /// @throws io.customer360.fault.WorkbenchException when there is none of that name
  void delete(String name);
}
