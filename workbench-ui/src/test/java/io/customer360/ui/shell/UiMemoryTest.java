package io.customer360.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiMemoryTest {
  @TempDir Path folder;

  @Test
  void keepsWhatWasPut() {
    Path file = folder.resolve("deep/window.properties");
    UiMemory first = UiMemory.file(file);
    first.put("window.width", "1440.0");
    first.save();
    UiMemory second = UiMemory.file(file);
    assertThat(second.number("window.width")).contains(1440.0);
    assertThat(second.number("window.height")).isEmpty();
  }

  @Test
  void aBrokenFileCostsTheMemoryNotTheStart() throws IOException {
    Path file = folder.resolve("window.properties");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\\', 'u', 'z', 'z', 'z', 'z'});
    UiMemory memory = UiMemory.file(file);
    assertThat(memory.get("anything")).isEmpty();
    memory.put("window.x", "not a number");
    assertThat(memory.number("window.x")).isEmpty();
  }
}
