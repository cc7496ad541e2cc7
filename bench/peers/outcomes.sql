-- The twelve outcomes of every pathway in `asked`, by dhrd-2023/2 under its default policy, on the day `as_of()`.
spans AS (
  SELECT
    *,
    least(index_day + 90, as_of()) AS last_90,
    least(index_day + 180, as_of()) AS last_180,
    least(CAST(index_day + INTERVAL 12 MONTH AS DATE), as_of()) AS last_year,
    as_of() > index_day + 90 AS is_over_90,
    as_of() > index_day + 180 AS is_over_180,
    as_of() > CAST(index_day + INTERVAL 12 MONTH AS DATE) AS is_over_year,
    CAST(born + INTERVAL 216 MONTH AS DATE) <= index_day AS is_adult
  FROM asked
),
departure AS (
  SELECT pathway, min(greatest(since, index_day)) AS departed_on
  FROM spans JOIN civil_state USING (person)
  WHERE state <> 'alive' AND (until IS NULL OR until > index_day)
  GROUP BY pathway
),
services AS (
  SELECT
    pathway,
    bool_or(kind = 'participation' AND happened_on <= last_180) AS has_participated,
    bool_or(kind = 'diet' AND happened_on <= last_year) AS has_diet,
    bool_or(kind = 'smoking-cessation' AND happened_on <= last_year) AS has_cessation
  FROM service JOIN spans USING (pathway)
  WHERE counts
  GROUP BY pathway
),
starts AS (
  SELECT pathway, bool_or(happened_on <= last_180) AS has_started
  FROM municipal_start JOIN spans USING (pathway)
  GROUP BY pathway
),
ends AS (
  SELECT pathway, any_value(last_year) AS through_day, unnest(arg_max(struct_pack(source, course, attended, planned), place))
  FROM municipal_end JOIN spans USING (pathway)
  WHERE outcome IN ('completed', 'stopped') AND happened_on <= last_year
  GROUP BY pathway
),
planned_at_start AS (
  SELECT pathway, arg_max(struct_pack(planned := municipal_start.planned), place).planned AS planned
  FROM ends JOIN municipal_start USING (pathway, source, course)
  WHERE ends.planned IS NULL AND happened_on <= through_day
  GROUP BY pathway
),
retention AS (
  SELECT pathway, attended * 100 >= nullif(coalesce(ends.planned, planned_at_start.planned), 0) * 80 AS is_retained
  FROM ends LEFT JOIN planned_at_start USING (pathway)
),
first_tests AS (
  SELECT pathway, any_value(last_year) AS through_day, unnest(arg_min(struct_pack(first_on := happened_on, method, first_amount := amount), place))
  FROM exercise_test JOIN spans USING (pathway)
  WHERE phase = 'start' AND happened_on <= last_180
  GROUP BY pathway
),
last_tests AS (
  SELECT pathway, arg_max(amount > first_amount AND amount * 100 >= first_amount * 110, place) AS is_improved
  FROM first_tests JOIN exercise_test USING (pathway, method)
  WHERE phase = 'end' AND happened_on > first_on AND happened_on <= through_day
  GROUP BY pathway
),
diet_need AS (
  SELECT pathway, arg_max(score < 75, place) AS needs_diet
  FROM diet_score JOIN spans USING (pathway)
  WHERE sector = 'hospital' AND happened_on <= last_180
  GROUP BY pathway
),
first_smoking AS (
  SELECT pathway, any_value(last_year) AS through_day, unnest(arg_min(struct_pack(first_on := happened_on, first_status := status), place))
  FROM smoking_status JOIN spans USING (pathway)
  WHERE status <> 'unknown' AND happened_on <= last_180
  GROUP BY pathway
),
last_smoking AS (
  SELECT pathway, arg_max(status IN ('former-smoker', 'never-smoker'), place) AS is_smoke_free
  FROM first_smoking JOIN smoking_status USING (pathway)
  WHERE first_status = 'smoker' AND status <> 'unknown' AND happened_on > first_on AND happened_on <= through_day
  GROUP BY pathway
),
first_hads AS (
  SELECT pathway, any_value(last_year) AS through_day, unnest(arg_min(struct_pack(first_on := happened_on, is_affected := anxiety >= 8 OR depression >= 8), place))
  FROM hads JOIN spans USING (pathway)
  WHERE happened_on <= last_90
  GROUP BY pathway
),
last_hads AS (
  SELECT pathway, true AS is_screened_again
  FROM first_hads JOIN hads USING (pathway)
  WHERE happened_on >= first_on + 60 AND happened_on <= through_day
  GROUP BY pathway
),
pressures AS (
  SELECT pathway, arg_max(systolic < 140 AND diastolic < 90, place) AS is_low
  FROM blood_pressure JOIN spans USING (pathway)
  WHERE happened_on <= last_year
    AND (sector = 'hospital' OR (sector = 'general-practice' AND happened_on >= DATE '2024-01-01'))
  GROUP BY pathway
),
cholesterol AS (
  SELECT pathway, unnest(arg_max(struct_pack(is_low := CASE
      WHEN comparator IS NULL THEN amount <= 1.4
      WHEN comparator IN ('<', '<=') THEN CASE WHEN amount <= 1.4 THEN true END
      WHEN comparator = '>' THEN CASE WHEN amount >= 1.4 THEN false END
      WHEN amount > 1.4 THEN false
    END), place))
  FROM laboratory JOIN spans USING (pathway)
  WHERE sector = 'laboratory' AND npu IN ('NPU01568', 'NPU10171', 'AAB00101', 'AAB00102') AND lower(unit) = 'mmol/l'
    AND happened_on <= last_year
  GROUP BY pathway
),
medicines AS (
  SELECT
    pathway,
    bool_or(left(atc, 5) IN ('B01AA', 'B01AC', 'B01AE', 'B01AF')) AS has_antithrombotic,
    bool_or(left(atc, 5) IN ('C10AA', 'C10BA', 'C10BX')) AS has_statin
  FROM dispensing JOIN spans USING (pathway)
  WHERE happened_on <= last_90
  GROUP BY pathway
),
outcomes AS (
  SELECT
    pathway,
    person,
    index_day,
    by_evidence(is_adult, has_participated, departed_on, last_180, is_over_180) AS participation,
    by_value(is_adult AND coalesce(has_started, false), is_retained, departed_on, last_year, is_over_year) AS retention,
    by_value(is_adult AND first_tests.first_on IS NOT NULL, is_improved, departed_on, last_year, is_over_year) AS "work-capacity",
    by_evidence(is_adult AND coalesce(needs_diet, false), has_diet, departed_on, last_year, is_over_year) AS diet,
    by_evidence(is_adult AND coalesce(first_status = 'smoker', false), has_cessation, departed_on, last_year, is_over_year) AS "smoking-cessation",
    by_value(is_adult AND coalesce(first_status = 'smoker', false), is_smoke_free, departed_on, last_year, is_over_year) AS "smoke-free",
    by_evidence(is_adult AND coalesce(has_participated, false), first_hads.first_on IS NOT NULL, departed_on, last_90, is_over_90) AS "hads-start",
    by_evidence(is_adult AND coalesce(is_affected, false), is_screened_again, departed_on, last_year, is_over_year) AS "hads-end",
    by_value(is_adult, pressures.is_low, departed_on, last_year, is_over_year) AS "blood-pressure",
    by_value(is_adult, cholesterol.is_low, departed_on, last_year, is_over_year) AS ldl,
    by_evidence(is_adult, has_antithrombotic, departed_on, last_90, is_over_90) AS antithrombotic,
    by_evidence(is_adult, has_statin, departed_on, last_90, is_over_90) AS statin
  FROM spans
  LEFT JOIN departure USING (pathway)
  LEFT JOIN services USING (pathway)
  LEFT JOIN starts USING (pathway)
  LEFT JOIN retention USING (pathway)
  LEFT JOIN first_tests USING (pathway)
  LEFT JOIN last_tests USING (pathway)
  LEFT JOIN diet_need USING (pathway)
  LEFT JOIN first_smoking USING (pathway)
  LEFT JOIN last_smoking USING (pathway)
  LEFT JOIN first_hads USING (pathway)
  LEFT JOIN last_hads USING (pathway)
  LEFT JOIN pressures USING (pathway)
  LEFT JOIN cholesterol USING (pathway)
  LEFT JOIN medicines USING (pathway)
)
