package io.customer360.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.SqlFunctions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivingPeopleTest {
  @Test
  void aBatchIsAMixOfNewFurtherAndChanged(@TempDir Path folder) throws Exception {
    StringBuilder csv =
        new StringBuilder("id,name,email,phone,birth_date,street,city,postcode,card,person\n");
    for (int i = 0; i < 300; i++) {
      csv.append(
          "crm:%d,Ann Lee,a%d@x.org,07700900%03d,01/02/1980,1 Mill Lane,Leeds,LS1 1AA,,P%d\n"
              .formatted(i, i, i, i / 3));
    }
    Path file = Files.writeString(folder.resolve("people.csv"), csv);
    try (Connection lake = DriverManager.getConnection("jdbc:duckdb:")) {
      SqlFunctions.register(lake);
      ArrivingPeople.read(lake, file, 2, 30);
      String people = "select count(distinct person) from bench.person ";
      ArrivingPeople.bring(lake, 0);
      Rows.run(lake, "create table before as from silver.source_person");
      assertThat(Rows.number(lake, "select count(*) from before")).isBetween(248L, 256L);
      ArrivingPeople.bring(lake, 1);

      assertThat(count(lake, "anti join before using (source_person_id)")).isBetween(22L, 26L);
      assertThat(
              Rows.number(
                  lake,
                  people
                      + "where comes = 1 and person in"
                      + " (select person from bench.person where comes = 0)"))
          .isEqualTo(12);
      assertThat(
              Rows.number(
                  lake,
                  people
                      + "where comes = 1 and person not in"
                      + " (select person from bench.person where comes <> 1)"))
          .isBetween(3L, 5L);
      assertThat(count(lake, "join before b using (source_person_id) where hash(p) <> hash(b)"))
          .isEqualTo(6);
    }
  }

  private static long count(Connection lake, String which) throws Exception {
    return Rows.number(lake, "select count(*) from silver.source_person p " + which);
  }
}
