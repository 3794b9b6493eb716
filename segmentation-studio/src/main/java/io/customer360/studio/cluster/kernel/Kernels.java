package io.customer360.studio.cluster.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the kernel once, when first asked for.
///
/// The Vector API is an incubator module, which a virtual machine does not load by itself. Asking
/// for it on the command line (`--add-modules`) prints a warning with every command and switches
/// off the cached module graph, which costs each start a tenth of a second and more. So it is
/// loaded here, at first use, by the same means by which the JDK loads modules for agents; the
/// program's manifest opens that door (`Add-Exports: java.base/jdk.internal.module`). Where the
/// door is shut or the module absent, the scalar kernel does the work.
public final class Kernels {
  private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
  private static final String MODULE = "jdk.incubator.vector";

  private Kernels() {}

  private static final class Chosen {
    static final DistanceKernel KERNEL = choose();
  }

  /// The fastest kernel this virtual machine can run. `-Dworkbench.kernel=scalar` forces the scalar
  /// one.
  public static DistanceKernel best() {
    return Chosen.KERNEL;
  }

  private static DistanceKernel choose() {
    if ("scalar".equals(System.getProperty("workbench.kernel")) || !moduleLoaded()) {
      return new ScalarKernel();
    }
    try {
      return new VectorKernel();
    } catch (LinkageError e) {
      LOG.info("The vector kernel cannot be used", e);
      return new ScalarKernel();
    }
  }

  private static boolean moduleLoaded() {
    if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
      return true;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, MODULE);
      return true;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      LOG.info("The Vector API is not to be had, the scalar kernel is used", e);
      return false;
    }
  }
}
