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
        "https://0.1.2.3/",
        "https://255.255.255.255/",
        "https://[::ffff:10.1.2.3]/",
        "https://[64:ff9b::10.1.2.3]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b:1::203.0.113.7]/",
        "https://[2002:0a01:0203::1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001:0:cb00:7107::f5fe:fdfc]/",
        "https://[::10.1.2.3]/",
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
    assertThat(TargetGuard.inside(InetAddress.getByName("64:ff9b::8.8.8.8"))).isFalse();
    assertThat(TargetGuard.inside(InetAddress.getByName("2002:808:808::1"))).isFalse();
    assertThat(TargetGuard.inside(InetAddress.getByName("2001:4860:4860::8888"))).isFalse();
  }
}
