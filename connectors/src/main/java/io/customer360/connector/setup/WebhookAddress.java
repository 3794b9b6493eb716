package io.customer360.connector.setup;

import io.customer360.fault.WorkbenchException;
import java.net.URI;
import java.net.URISyntaxException;

/// A webhook's address as a person wrote it.
final class WebhookAddress {
  private WebhookAddress() {}

  /// @throws WorkbenchException C360-DST-005 when it is not `http(s)://host...`
  static URI of(String text) {
    URI address;
    try {
      address = new URI(text);
    } catch (URISyntaxException e) {
      throw wrong(text);
    }
    boolean web =
        "https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme());
    if (!web || address.getHost() == null) {
      throw wrong(text);
    }
    return address;
  }

  private static WorkbenchException wrong(String text) {
    return WorkbenchException.user(
        "C360-DST-005",
        "Its url '"
            + text
            + "' is not a web address such as https://host/path, written without blanks. Mend it in"
            + " destinations.yaml.");
  }
}
