package com.sun.glass.ui.headless;

import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.SystemClipboard;
import com.sun.glass.ui.headless.HeadlessXApplication.RobotView;
import java.util.HashMap;

/// A drag inside the program: pushing to its clipboard runs a nested event loop until the mouse
/// goes up, as the real platforms do.
final class HeadlessDrag extends SystemClipboard {
  private static HeadlessDrag current;

  private HashMap<String, Object> data = new HashMap<>();
  private int offered;
  private int accepted;
  private RobotView over;

  HeadlessDrag() {
    super(Clipboard.DND);
  }

  static HeadlessDrag current() {
    return current;
  }

  @Override
  protected boolean isOwner() {
    return true;
  }

  @Override
  protected void pushToSystem(HashMap<String, Object> pushed, int supported) {
    data = new HashMap<>(pushed);
    offered = supported;
    accepted = 0;
    over = null;
    current = this;
    HeadlessXApplication.running()._enterNestedEventLoop();
    actionPerformed(accepted);
  }

  @Override
  protected void pushTargetActionToSystem(int action) {
    accepted = action;
  }

  @Override
  protected Object popFromSystem(String mime) {
    return data.get(mime);
  }

  @Override
  protected int supportedSourceActionsFromSystem() {
    return offered;
  }

  @Override
  protected String[] mimesFromSystem() {
    return data.keySet().toArray(String[]::new);
  }

  private int preferred() {
    boolean move = (offered & Clipboard.ACTION_MOVE) != 0;
    return move ? Clipboard.ACTION_MOVE : offered & Clipboard.ACTION_COPY;
  }

  void move(RobotView view, int x, int y, int screenX, int screenY) {
    if (over != view) {
      if (over != null) {
        over.leave();
      }
      over = view;
      view.enter(x, y, screenX, screenY, preferred());
    }
    accepted = view.over(x, y, screenX, screenY, preferred());
  }

  void drop(int x, int y, int screenX, int screenY) {
    if (over != null && accepted != 0) {
      accepted = over.dropped(x, y, screenX, screenY, preferred());
    }
    end();
  }

  void cancel() {
    accepted = 0;
    if (over != null) {
      over.leave();
    }
    end();
  }

  private void end() {
    current = null;
    HeadlessXApplication.running()._leaveNestedEventLoop(null);
  }
}
