/// Everything a person can do by key, menu or palette: one registry of actions, and the palette
/// that finds them, customers, decisions and questions.
@NullMarked
package io.customer360.ui.command;

import org.jspecify.annotations.NullMarked;
