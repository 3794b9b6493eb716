package io.customer360.connector.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.connector.Attempt;
import io.customer360.connector.Parcel;
import io.customer360.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDropDestinationTest {
  @TempDir Path folder;

  @Test
  void writesOnceWhole() throws Exception {
    FileDropDestination drop = new FileDropDestination("calls", folder.resolve("out"));
    Parcel parcel = new Parcel("msg_../1", "action.executed", "{\"a\":\"ß\"}");
    assertThat(drop.deliver(parcel, Progress.NONE)).isInstanceOf(Attempt.Delivered.class);
    Parcel changed = new Parcel("msg_../1", "action.executed", "{}");
    assertThat(drop.deliver(changed, Progress.NONE).reply()).startsWith("Already there");
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(Files.readString(folder.resolve("out/msg_.._1.json"))).isEqualTo("{\"a\":\"ß\"}");
  }

  @Test
  void anUnwritableFolderIsTriedLater() throws Exception {
    Path file = Files.writeString(folder.resolve("plain"), "x");
    Attempt attempt =
        new FileDropDestination("calls", file.resolve("below"))
            .deliver(new Parcel("a", "t", "{}"), Progress.NONE);
    assertThat(attempt).isInstanceOf(Attempt.TryLater.class);
  }
}
