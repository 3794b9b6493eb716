package com.sun.glass.ui.headlessx;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessXApplication;

/// `-Dglass.platform=HeadlessX`: JavaFX 26's Headless platform plus what its robot leaves out.
/// JavaFX finds it by this class name. Tests only, class path only, tied to JavaFX 26.0.2.
public final class HeadlessXPlatformFactory extends HeadlessPlatformFactory {
  @Override
  public Application createApplication() {
    return new HeadlessXApplication();
  }

  @Override
  public ClipboardDelegate createClipboardDelegate() {
    return HeadlessXApplication::clipboard;
  }
}
