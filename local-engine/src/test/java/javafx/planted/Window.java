package javafx.planted;

/// Stands in for a screen class, which this module cannot even see.
public final class Window {}
