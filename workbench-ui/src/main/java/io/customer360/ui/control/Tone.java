package io.customer360.ui.control;

/// What a colour means. Never shown alone: an icon or word stands with it.
public enum Tone {
  NORMAL("", "fth-circle"),
  MUTED("muted", "fth-minus"),
  ACCENT("accent", "fth-info"),
  GOOD("success", "fth-check"),
  WARN("warning", "fth-alert-triangle"),
  BAD("danger", "fth-x");

  private final String styleClass;
  private final String icon;

  Tone(String styleClass, String icon) {
    this.styleClass = styleClass;
    this.icon = icon;
  }

  /// The class of `base.css`; empty for normal.
  public String styleClass() {
    return styleClass;
  }

  public String icon() {
    return icon;
  }
}
