package io.customer360.ui.paper;

import java.awt.Color;

/// The light theme's colours on paper.
public enum Ink {
  TEXT(0x24292f),
  MUTED(0x57606a),
  LINE(0xd0d7de),
  FAINT(0xe4e9ed),
  WASH(0xf6f8fa),
  ACCENT(0x0969da),
  BLUE(0x145bb9),
  RUST(0xa74b18),
  GREY(0x535863),
  QUIET(0xb1b4ba),
  GOOD(0x1a7f37),
  WARN(0x9a6700),
  BAD(0xcf222e),
  GOOD_WASH(0xdafbe1),
  WARN_WASH(0xfff8c5),
  BAD_WASH(0xffebe9),
  ACCENT_WASH(0xddf4ff);

  private final Color color;

  Ink(int rgb) {
    this.color = new Color(rgb);
  }

  Color color() {
    return color;
  }
}
