package io.customer360.studio.ui.empty;

import io.customer360.studio.field.FieldCatalog;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;

/// A workspace without customers: one page that says what to do, not an error in every pane.
public final class NoCustomers {
  private NoCustomers() {}

  /// Whether something could not be read for want of customers.
  public static boolean is(Load<?> load) {
    return load instanceof Load.Failed<?>(var fault)
        && fault.code().equals(FieldCatalog.NO_CUSTOMERS);
  }

  public static EmptyState page(UiContext context) {
    return new EmptyState(
        "fth-users",
        Messages.text("studio.nobody"),
        Messages.text("studio.nobody.words"),
        Nodes.button(
            Messages.text("studio.nobody.button"),
            "fth-database",
            () -> context.navigator().go(new Destination.Screen(Screens.DATA)),
            "accent"));
  }
}
