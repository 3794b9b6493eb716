package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import java.nio.ByteBuffer;

/// The Headless platform with a screen of 1600 x 1200, modifiers on mouse events, button state on
/// drags and drag-and-drop inside the program, so that robots work as on a real desktop.
public final class HeadlessXApplication extends HeadlessApplication {
  private static final int WIDTH = Integer.getInteger("headlessx.width", 1600);
  private static final int HEIGHT = Integer.getInteger("headlessx.height", 1200);

  private static HeadlessXApplication running;
  private static int modifiers;
  private Screen[] screens;

  public HeadlessXApplication() {
    running = this;
  }

  static HeadlessXApplication running() {
    return running;
  }

  public static Clipboard clipboard(String name) {
    return switch (name) {
      case Clipboard.SYSTEM -> new HeadlessPlatformFactory.HeadlessSystemClipboard();
      case Clipboard.DND -> new HeadlessDrag();
      default -> null;
    };
  }

  @Override
  public View createView() {
    return new RobotView();
  }

  @Override
  protected Screen[] staticScreen_getScreens() {
    if (screens == null) {
      screens =
          new Screen[] {
            new Screen(
                0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 100, 100, 1f,
                1f, 1f, 1f)
          };
      frameBuffer = ByteBuffer.allocate(Math.max(WIDTH, 1000) * Math.max(HEIGHT, 1000) * 4);
    }
    return screens;
  }

  private static int modifier(int key) {
    return switch (key) {
      case KeyEvent.VK_SHIFT -> KeyEvent.MODIFIER_SHIFT;
      case KeyEvent.VK_CONTROL -> KeyEvent.MODIFIER_CONTROL;
      case KeyEvent.VK_ALT -> KeyEvent.MODIFIER_ALT;
      case KeyEvent.VK_COMMAND, KeyEvent.VK_WINDOWS -> KeyEvent.MODIFIER_COMMAND;
      default -> 0;
    };
  }

  private static int button(int button) {
    return switch (button) {
      case MouseEvent.BUTTON_LEFT -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
      case MouseEvent.BUTTON_RIGHT -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
      case MouseEvent.BUTTON_OTHER -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
      default -> 0;
    };
  }

  /// Mends what the stock robot sends: every press and release a popup trigger, no button on drags,
  /// the released button still down.
  static final class RobotView extends HeadlessView {
    @Override
    protected void notifyKey(int type, int code, char[] chars, int ignored) {
      int modifier = modifier(code);
      if (type == KeyEvent.PRESS) {
        modifiers |= modifier;
      } else if (type == KeyEvent.RELEASE) {
        modifiers &= ~modifier;
      }
      HeadlessDrag drag = HeadlessDrag.current();
      if (type == KeyEvent.PRESS && code == KeyEvent.VK_ESCAPE && drag != null) {
        drag.cancel();
        return;
      }
      super.notifyKey(type, code, chars, ignored);
    }

    @Override
    protected void notifyMouse(
        int type,
        int button,
        int x,
        int y,
        int screenX,
        int screenY,
        int ignored,
        boolean popup,
        boolean synthesized) {
      boolean down = type == MouseEvent.DRAG || type == MouseEvent.DOWN;
      int state = modifiers | (down ? button(button) : 0);
      boolean menu = type == MouseEvent.DOWN && button == MouseEvent.BUTTON_RIGHT;
      HeadlessDrag drag = HeadlessDrag.current();
      if (drag != null && type == MouseEvent.DRAG) {
        drag.move(this, x, y, screenX, screenY);
        return;
      }
      if (drag != null && type != MouseEvent.UP) {
        return;
      }
      if (drag != null) {
        drag.drop(x, y, screenX, screenY);
      }
      super.notifyMouse(type, button, x, y, screenX, screenY, state, menu, false);
    }

    int enter(int x, int y, int screenX, int screenY, int action) {
      return notifyDragEnter(x, y, screenX, screenY, action);
    }

    int over(int x, int y, int screenX, int screenY, int action) {
      return notifyDragOver(x, y, screenX, screenY, action);
    }

    void leave() {
      notifyDragLeave();
    }

    int dropped(int x, int y, int screenX, int screenY, int action) {
      return notifyDragDrop(x, y, screenX, screenY, action);
    }
  }
}
