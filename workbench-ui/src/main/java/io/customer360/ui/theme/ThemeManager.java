package io.customer360.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// Puts the chosen look on scenes and keeps it there when the choice, or the desktop's own setting,
/// changes. One instance per program; FX thread only.
///
/// ```java
/// ThemeManager themes = new ThemeManager(Theme.SYSTEM);
/// themes.style(scene);
/// themes.choose(Theme.DARK);
/// ```
///
/// The AtlantaFX sheet is the user agent sheet of the whole program; the tokens and the base sheet
/// are sheets of each scene, so popups owned by its nodes have them too.
public final class ThemeManager implements AutoCloseable {
  /// The style class of what the presentation mask covers.
  public static final String PERSONAL = PersonalMask.PERSONAL;

  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
  private final List<Scene> scenes = new ArrayList<>();
  private final List<String> feature = new ArrayList<>();
  private final PersonalMask mask = new PersonalMask();
  private final ChangeListener<ColorScheme> follow = (o, before, now) -> refresh();

  public ThemeManager(Theme first) {
    Fonts.load();
    theme.set(first);
    Platform.getPreferences().colorSchemeProperty().addListener(follow);
    refresh();
  }

  public void choose(Theme next) {
    theme.set(next);
    refresh();
  }

  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /// Whether the look now shown is the dark one.
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /// Whether everything marked with the style class `personal` is covered: for a screen others see.
  public ReadOnlyBooleanProperty maskedProperty() {
    return masked.getReadOnlyProperty();
  }

  public void mask(boolean on) {
    masked.set(on);
    scenes.forEach(this::dress);
    mask.on(on);
  }

  /// 1.0 to 2.0. The window's content is enlarged by [ScaledPane]; popups by their font size.
  public void chooseScale(double factor) {
    scale.set(Math.clamp(factor, 1.0, 2.0));
    scenes.forEach(this::dress);
  }

  public ReadOnlyDoubleProperty scaleProperty() {
    return scale.getReadOnlyProperty();
  }

  /// Keeps this scene in the chosen look until [#release].
  public void style(Scene scene) {
    scenes.add(scene);
    dress(scene);
    mask.watch(scene);
  }

  public void release(Scene scene) {
    scenes.remove(scene);
    mask.release(scene);
  }

  private void refresh() {
    boolean now =
        switch (theme.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Application.setUserAgentStylesheet(
        now
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    dark.set(now);
    scenes.forEach(this::dress);
  }

  private void dress(Scene scene) {
    List<String> sheets = new ArrayList<>();
    sheets.add(sheet(dark.get() ? "tokens-dark.css" : "tokens-light.css"));
    sheets.add(sheet("base.css"));
    if (scale.get() != 1) {
      sheets.add(popupScale(scale.get()));
    }
    sheets.addAll(feature);
    if (masked.get()) {
      sheets.add(sheet("mask.css"));
    }
    ObservableList<String> shown = scene.getStylesheets();
    if (!shown.equals(sheets)) {
      shown.setAll(sheets);
    }
  }

  /// Adds a feature's sheet to every scene. `owner` is any class of the package the sheet is in.
  public void add(Class<?> owner, String name) {
    String url = Objects.requireNonNull(owner.getResource(name), name).toExternalForm();
    if (!feature.contains(url)) {
      feature.add(url);
      scenes.forEach(this::dress);
    }
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(ThemeManager.class.getResource(name), name).toExternalForm();
  }

  private static String popupScale(double factor) {
    String css =
        String.format(
            Locale.ROOT,
            ".root.popup { -fx-font-size: %.1fpx; } .tooltip { -fx-font-size: %.1fpx; }",
            13 * factor,
            12 * factor);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    Platform.getPreferences().colorSchemeProperty().removeListener(follow);
    mask.close();
    scenes.clear();
  }
}
