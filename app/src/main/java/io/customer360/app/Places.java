package io.customer360.app;

import io.customer360.connector.setup.SecretStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where things are on this computer.
public final class Places {
  private static final String SAMPLE = "alder-and-pine.c360";

  private Places() {}

  /// The folder of the person's workspaces: `~/Customer360`.
  public static Path home() {
    String chosen = System.getenv("C360_HOME");
    return chosen == null || chosen.isBlank()
        ? Path.of(System.getProperty("user.home"), "Customer360")
        : Path.of(chosen);
  }

  /// The sample workspace the desktop opens when nothing else was asked for.
  public static Path sampleWorkspace() {
    return home().resolve(SAMPLE);
  }

  /// The user's own key store, outside every workspace.
  public static SecretStore secrets() {
    return new SecretStore(home().resolve(".keys"));
  }

  /// The workspace asked for, else that of `C360_WORKSPACE`, else the sample's.
  public static Path workspace(@Nullable Path asked) {
    if (asked != null) {
      return asked;
    }
    String named = System.getenv("C360_WORKSPACE");
    return named == null || named.isBlank() ? sampleWorkspace() : Path.of(named);
  }
}
