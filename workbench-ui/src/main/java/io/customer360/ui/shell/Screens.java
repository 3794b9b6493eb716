package io.customer360.ui.shell;

/// The stable ids of the screens, in the order of the rail. Not every one need be registered.
public final class Screens {
  public static final String COMMAND_CENTER = "command-center";
  public static final String CUSTOMERS = "customers";
  public static final String ACTION_CENTER = "action-center";
  public static final String SEGMENTS = "segments";
  public static final String IDENTITY = "identity";
  public static final String DATA = "data";
  public static final String SETTINGS = "settings";

  private Screens() {}
}
