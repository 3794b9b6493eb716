"""The same file through Splink. One JSON document on standard output.

usage: identity_splink.py PEOPLE.csv THRESHOLD

Comparisons and blocking rules are what somebody who knows Splink would choose for these columns. The
time counts from reading the file to the clusters; the figures are of pairs within clusters.
"""
import json
import logging
import os
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

PREPARE = """
create table people as
with raw as (select * from read_csv('{file}', all_varchar = true)),
words as (select *, lower(strip_accents(trim(name))) as folded,
  regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g') as digits from raw)
select id as unique_id, person,
  nullif(regexp_extract(folded, '^\\S+'), '') as first_name,
  nullif(regexp_extract(folded, '\\S+$'), '') as surname,
  nullif(lower(trim(email)), '') as email,
  case when length(digits) < 9 then null else right(digits, 9) end as phone,
  strftime(coalesce(try_strptime(birth_date, '%d/%m/%Y'), try_strptime(birth_date, '%Y-%m-%d')),
    '%Y-%m-%d') as dob,
  nullif(lower(trim(street)), '') as street,
  nullif(upper(replace(postcode, ' ', '')), '') as postcode,
  nullif(upper(trim(card)), '') as card
from words
"""


def main():
    file, threshold = sys.argv[1], float(sys.argv[2])
    logging.getLogger("splink").setLevel(logging.ERROR)
    answer, sys.stdout = sys.stdout, sys.stderr
    begun, cpu = time.perf_counter(), os.times()
    connection = duckdb.connect()
    connection.execute(PREPARE.format(file=file.replace("'", "''")))
    rules = [
        block_on("email"),
        block_on("phone"),
        block_on("card"),
        block_on("first_name", "surname", "postcode"),
        block_on("surname", "dob"),
        block_on("street", "postcode"),
        # A few letters of a mailbox would not do beside the name: most mailboxes are made of the name,
        # and at a million records every two namesakes would be compared, 50 million pairs.
        block_on("first_name", "surname", "split_part(email, '@', 1)"),
        block_on("first_name", "surname", "substr(phone, 1, 5)"),
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            # Splink's own e-mail comparison also takes local parts that are alike for evidence; most
            # are made of names here, and it would put namesakes together.
            cl.LevenshteinAtThresholds("email", 1),
            cl.LevenshteinAtThresholds("phone", [1, 2]),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.JaroWinklerAtThresholds("street", [0.9]),
            cl.LevenshteinAtThresholds("postcode", [1]),
            cl.ExactMatch("card"),
        ],
        blocking_rules_to_generate_predictions=rules,
    )
    api = DuckDBAPI(connection=connection)
    people = api.register("people") if hasattr(api, "register") else "people"
    linker = Linker(people, settings) if hasattr(api, "register") else Linker(people, settings, api)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("email"), block_on("card"), block_on("phone", "surname")], recall=0.9
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=7)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("email"))
    # Not by the name alone, for the same reason: 100 million pairs to learn from.
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("surname", "dob"))
    predictions = linker.inference.predict(threshold_match_probability=0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predictions, threshold_match_probability=threshold
    )
    connection.execute(f"create table clustered as select * from {clusters.physical_name}")
    seconds = time.perf_counter() - begun
    after = os.times()
    pairs = compared(connection, rules)
    found, true, right = [
        connection.execute(
            f"select coalesce(sum(n * (n - 1) / 2), 0) from (select count(*) as n from clustered c"
            f" join people p on p.unique_id = c.unique_id group by {key})"
        ).fetchone()[0]
        for key in ("c.cluster_id", "p.person", "c.cluster_id, p.person")
    ]
    precision, recall = right / max(1, found), right / max(1, true)
    print(
        json.dumps(
            {
                "version": splink.__version__,
                "seconds": seconds,
                "cpu_seconds": after.user + after.system - cpu.user - cpu.system,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 1000000,
                "pairs": pairs,
                "precision": precision,
                "recall": recall,
                "f1": 2 * precision * recall / max(1e-9, precision + recall),
            }
        ),
        file=answer,
    )


def compared(connection, rules):
    """How many pairs the blocking rules bring, each once."""
    keys = [
        "{0}.email", "{0}.phone", "{0}.card", "{0}.first_name || '|' || {0}.surname || '|' ||"
        " {0}.postcode", "{0}.surname || '|' || {0}.dob", "{0}.street || '|' || {0}.postcode",
        "{0}.first_name || '|' || {0}.surname || '|' || split_part({0}.email, '@', 1)",
        "{0}.first_name || '|' || {0}.surname || '|' || substr({0}.phone, 1, 5)",
    ]
    union = " union ".join(
        f"select l.unique_id as a, r.unique_id as b from people l join people r on"
        f" {key.format('l')} = {key.format('r')} and l.unique_id < r.unique_id"
        for key in keys
    )
    return connection.execute(f"select count(*) from ({union})").fetchone()[0]


if __name__ == "__main__":
    main()
