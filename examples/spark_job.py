"""Assess a table of groups on Spark: the law is applied by Spark's own engine, without Python on the workers.

    spark-submit --master "local[2]" examples/spark_job.py groups.parquet verdicts.parquet

On a cluster the driver alone needs ``orgcrime[frames]``: what it sends to the workers is a plan of Spark's own. Without
arguments a small table is made up and shown.
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
    columns = (
        "persons BIGINT, randomly_formed BOOLEAN, existed_for_a_period BOOLEAN, acting_in_concert BOOLEAN, "
        "maximum_penalty DOUBLE, financial_benefit BOOLEAN"
    )
    rows = [
        (4, False, True, True, 10.0, True),
        (2, False, True, True, 10.0, True),
        (4, False, True, True, float("inf"), None),
    ]
    return spark.createDataFrame(rows, columns)


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
