package io.customer360.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {
  private final TargetGuard guard = new TargetGuard(Set.of("127.0.0.1:9"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.0.0.1:8443/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://0.0.0.0/",
        "https://100.64.0.1/",
        "http://203.0.113.7/",
      })
  void refusesTheInside(String target) {
    assertThatThrownBy(() -> guard.check(URI.create(target)))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("allow-list");
  }

  @Test
  void letsTheOutsideAndTheAllowedThrough() throws Exception {
    assertThatCode(() -> guard.check(URI.create("https://203.0.113.7/hook")))
        .doesNotThrowAnyException();
    assertThatCode(() -> guard.check(URI.create("http://127.0.0.1:9/hook")))
        .doesNotThrowAnyException();
    assertThat(TargetGuard.inside(InetAddress.getByName("8.8.8.8"))).isFalse();
  }
}
