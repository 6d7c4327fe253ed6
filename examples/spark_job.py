"""Assess a table of groups on Spark: the law is applied by Spark's own engine, without Python on the executors.

    spark-submit --master "local[2]" examples/spark_job.py groups.parquet verdicts.parquet

On a cluster the driver alone needs ``orgcrime[frames]``: what it sends to the executors is a plan of Spark's own, and
they need no Python at all. Without arguments a small table is made up and shown.
"""

import sys

from pyspark.sql import DataFrame, SparkSession

import orgcrime as oc
from orgcrime import frames

DEFINITIONS = ["untoc-organized-criminal-group", "eu-criminal-organisation"]


def verdicts(groups: DataFrame) -> DataFrame:
    """Return the groups with a nullable Boolean column for each definition; facts without a column are unknown."""
    return frames.assess(groups, DEFINITIONS, missing="unknown")


def made_up(spark: SparkSession) -> DataFrame:
    """Return three groups: one within the definition, one outside, one of which too little is known."""
    return spark.sql("""
        SELECT * FROM VALUES
            (4L, false, true, true, 10D, true),
            (2L, false, true, true, 10D, true),
            (4L, false, true, true, double('Infinity'), NULL)
        AS groups(persons, randomly_formed, existed_for_a_period, acting_in_concert, maximum_penalty, financial_benefit)
    """)


def main(arguments: list[str]) -> None:
    """Read groups, write verdicts; or show what comes of a table that is made up."""
    spark = SparkSession.builder.appName(f"orgcrime {oc.__version__}").getOrCreate()
    if arguments:
        source, out = arguments
        verdicts(spark.read.parquet(source)).write.mode("errorifexists").parquet(out)
    else:
        verdicts(made_up(spark)).select("persons", *DEFINITIONS).show(truncate=False)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
