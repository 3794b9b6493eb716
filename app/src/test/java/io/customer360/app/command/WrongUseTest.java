package io.customer360.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUseTest {
  @TempDir Path folder;

  @Test
  void wrongUseIsExitTwoAndOnePlainLine() {
    plain(Terminal.run("refrsh"), 2, "Did you mean");
    plain(Terminal.run("status", "--nonsense"), 2, "--nonsense");
    plain(Terminal.run("decisions", "reject", "D-1"), 2, "--reason");
    plain(Terminal.run("demo", "--customers", "3"), 2, "at least 50");
    plain(Terminal.run("init", "--customers", "x"), 2, "customers");
  }

  @Test
  void aMissingWorkspaceSaysHowToMakeOne() {
    String nowhere = folder.resolve("none.c360").toString();
    plain(Terminal.run("status", "--workspace", nowhere), 2, "init");
    plain(Terminal.run("--workspace", nowhere, "status"), 2, "init");
  }

  @Test
  void anEmptyWorkspaceAnswersEverythingWithoutFailing() throws Exception {
    String shop = folder.resolve("shop.c360").toString();
    assertThat(Terminal.run("init", shop, "--currency", "EUR", "--zone", "Europe/Berlin").code())
        .isZero();
    plain(Terminal.run("init", shop), 2, "already");
    assertThat(Terminal.run("refresh", "-w", shop).code()).isZero();
    assertThat(Terminal.run("status", "-w", shop, "--json").out()).contains("\"balance\"");
    assertThat(Terminal.run("decisions", "queue", "-w", shop).code()).isZero();
    assertThat(Terminal.run("audit", "verify", "-w", shop).code()).isZero();
    assertThat(Terminal.run("identity", "health", "-w", shop).out()).startsWith("No records yet");
    plain(Terminal.run("identity", "rules", "-w", shop, "--limit", "email=0"), 2, "1 or more");
    plain(Terminal.run("identity", "rules", "-w", shop, "--limit", "email=x"), 2, "email=5");
    plain(Terminal.run("identity", "rules", "-w", shop, "--block", "passport=1"), 2, "phone");
    plain(Terminal.run("identity", "rules", "-w", shop, "--undo"), 2, "never changed");
    assertThat(Terminal.run("identity", "rules", "-w", shop, "--json").out())
        .contains("\"most_records\" : 200")
        .contains("\"priority\" : [ \"loyalty\", \"email\", \"phone\" ]");
    plain(Terminal.run("segment", "retention", "-w", shop), 2, "no customers yet");
    plain(Terminal.run("decide", "--persona", "Quiet", "-w", shop), 2, "no persona");
    plain(Terminal.run("decide", "4711", "--persona", "Quiet", "-w", shop), 2, "not both");
    plain(Terminal.run("decide", "-w", shop), 2, "--persona NAME");
    plain(Terminal.run("profile", "4711", "-w", shop), 2, "4711");
    plain(Terminal.run("import", "-w", shop, folder.resolve("no.csv").toString()), 2, "no.csv");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    plain(Terminal.run("import", "--yes", "-w", shop, empty.toString()), 2, "empty");
    plain(Terminal.run("import", "--yes", "-w", shop, folder.toString()), 2, "folder");
    Path unsure = Files.writeString(folder.resolve("x.csv"), "a,b,status\n1,2025-01-01,open\n");
    Terminal.Result asked = Terminal.run("import", "--yes", "-w", shop, unsure.toString());
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("--accept-uncertain");
    plain(Terminal.run("sql", "-w", shop, "select * from nowhere"), 2, "nowhere");
    plain(Terminal.run("sql", "-w", shop, "drop table gold.customer"), 2, "");
    plain(Terminal.run("sql", "-w", shop, "from range(1000001)", "--json"), 2, "--out FILE");
    plain(Terminal.run("ask", "-w", shop), 2, "QUESTION");
  }

  @Test
  void whatIsReadIsNotWrittenOver() throws Exception {
    Path people = folder.resolve("people.csv");
    String text = "id,name,town\n1,Ann Lee,Leeds\n2,Anne Lee,Leeds\n";
    Files.writeString(people, text);
    String file = people.toString();
    plain(Terminal.run("identity", "link", file, "--id", "id", "--out", file), 2, "another --out");
    Path clusters = folder.resolve("x-clusters.csv");
    Files.writeString(clusters, text);
    plain(
        Terminal.run(
            "identity", "link", clusters.toString(), "--out", folder.resolve("x.csv").toString()),
        2,
        "another --out");
    plain(Terminal.run("identity", "link", file, "--out", folder.toString()), 2, "is a folder");
    assertThat(people).hasContent(text);
    assertThat(clusters).hasContent(text);
  }

  @Test
  void ofSeveralFilesItSaysWhichAreInAndWhichAreNot() throws Exception {
    String shop = folder.resolve("shop.c360").toString();
    Terminal.run("init", shop, "--currency", "EUR", "--zone", "Europe/Berlin");
    String good =
        Files.writeString(
                folder.resolve("crm-customers.csv"),
                "customer_id,email,first_name,last_name\nA1,a@b.com,Ann,Lee\nA2,b@b.com,Bob,Ray\n")
            .toString();
    String bad = Files.writeString(folder.resolve("empty.csv"), "").toString();
    String later = folder.resolve("later.csv").toString();
    Terminal.Result result =
        Terminal.run("import", good, bad, later, "--yes", "--json", "-w", shop);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("empty.csv is empty. Before it was imported: crm-customers.csv.")
        .contains("Not tried: later.csv.")
        .doesNotContain("Nothing was changed");
    assertThat(result.out())
        .contains("\"file\" : \"crm-customers.csv\"")
        .contains("\"name\" : \"empty.csv\"")
        .contains("\"code\" : \"C360-IMP-003\"");
    assertThat(Terminal.run("import", bad, good, "--yes", "-w", shop).err())
        .contains("Nothing was changed. Not tried: crm-customers.csv.");
  }

  private static void plain(Terminal.Result result, int code, String part) {
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().strip().lines()).as(result.err()).hasSize(1);
    assertThat(result.err()).startsWith("workbench: ").contains(part);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
