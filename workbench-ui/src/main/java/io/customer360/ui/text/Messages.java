package io.customer360.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The words of the screens by symbolic key. The part before the first dot is the room:
/// `shell.rail.collapse` is in `io/customer360/ui/shell/messages.properties` (UTF-8). Arguments are
/// placed by [MessageFormat]; figures are formatted by [Formats] first and passed as text.
public final class Messages {
  private static final Map<String, Properties> ROOMS = new ConcurrentHashMap<>();

  private Messages() {}

  public static String text(String key, Object... arguments) {
    int dot = key.indexOf('.');
    String pattern =
        dot < 0
            ? null
            : ROOMS.computeIfAbsent(key.substring(0, dot), Messages::load).getProperty(key);
    if (pattern == null) {
      throw new MissingResourceException("no words for " + key, "messages", key);
    }
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.UK).format(arguments);
  }

  private static Properties load(String room) {
    Properties words = new Properties();
    String path = "/io/customer360/ui/" + room + "/messages.properties";
    try (InputStream in = Messages.class.getResourceAsStream(path)) {
      if (in != null) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return words;
  }
}
