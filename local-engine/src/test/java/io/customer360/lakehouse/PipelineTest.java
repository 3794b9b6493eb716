package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static SqlModel model(String name, String sql) {
    return SqlModel.parse(
        name, name.replace('.', '/') + ".sql", "-- grain: one row\n-- meaning: m\n" + sql);
  }

  @Test
  void commentsStringsAndCommonTablesAreNotReferences() {
    assertThat(
            SqlModel.references(
                """
                -- gold.a is not read
                /* gold.b /* gold.c */ gold.d */
                with x as (select 'gold.e' as t, $$gold.f$$ as u, "gold"."G" as v
                           from silver.h), gold_i as (select 1)
                select x.t, e'it\\'s gold.j' from x join Gold.K k on k.id = x.id
                where k.silver.l = 1 and 'it''s gold.m' <> ''
                """))
        .containsExactlyInAnyOrder("silver.h", "gold.g", "gold.k");
  }

  @Test
  void buildsInputsFirstWhateverTheOrderOfFiles() {
    Pipeline pipeline =
        Pipeline.of(
            List.of(
                model("gold.a", "from silver.b join gold.c on true"),
                model("gold.c", "from silver.b"),
                model("silver.b", "from bronze.person")),
            List.of());
    assertThat(pipeline.order())
        .extracting(Pipeline.Node::name)
        .containsExactly("silver.b", "gold.c", "gold.a");
  }

  @Test
  void aCircleIsToldWithItsFiles() {
    assertThatThrownBy(
            () ->
                Pipeline.of(
                    List.of(
                        model("gold.a", "from gold.b"),
                        model("gold.b", "from gold.c"),
                        model("gold.c", "from gold.a")),
                    List.of()))
        .hasMessageContaining("circle")
        .hasMessageContaining("gold/a.sql reads gold/b.sql reads gold/c.sql reads gold/a.sql");
  }

  @Test
  void anUnknownTableIsToldWithTheFileThatReadsIt() {
    assertThatThrownBy(
            () -> Pipeline.of(List.of(model("gold.a", "from silver.nowhere")), List.of()))
        .hasMessageContaining("gold/a.sql reads silver.nowhere");
    assertThatThrownBy(() -> Pipeline.of(List.of(model("gold.a", "from bronze.x")), List.of()))
        .hasMessageContaining("bronze.x");
  }

  @Test
  void twoWritersOfOneTableAreRefused() {
    assertThatThrownBy(
            () ->
                Pipeline.of(
                    List.of(model("gold.golden_field", "select 1 as x")),
                    List.of(new TrivialIdentity())))
        .hasMessageContaining("both write gold.golden_field");
  }

  @Test
  void aModelWithoutItsHeaderOrWithAnUnknownParameterIsRefused() {
    assertThatThrownBy(() -> SqlModel.parse("gold.a", "gold/a.sql", "-- grain: x\nselect 1"))
        .hasMessageContaining("gold/a.sql")
        .hasMessageContaining("meaning");
    assertThatThrownBy(() -> model("gold.a", "select ${today}")).hasMessageContaining("${today}");
  }

  @Test
  void namesAndValuesAreQuoted() {
    assertThat(Sql.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(Sql.table("gold.x y")).isEqualTo("\"gold\".\"x y\"");
    assertThat(Sql.literal("it's")).isEqualTo("'it''s'");
    assertThatThrownBy(() -> Sql.literal("a\0b")).isInstanceOf(IllegalArgumentException.class);
  }
}
