-- What rehabspor has folded a population into: pathways and the facts that indicators read. `place` orders the facts of a
-- pathway (by date, time, event and source); a civil state lasts until the day before `until`.
CREATE TABLE pathway (pathway INTEGER, person VARCHAR, index_day DATE, born DATE);
CREATE TABLE civil_state (person VARCHAR, state VARCHAR, since DATE, until DATE);
CREATE TABLE service (pathway INTEGER, happened_on DATE, kind VARCHAR, counts BOOLEAN);
CREATE TABLE municipal_start (pathway INTEGER, happened_on DATE, place INTEGER, source VARCHAR, course VARCHAR, planned BIGINT);
CREATE TABLE municipal_end (pathway INTEGER, happened_on DATE, place INTEGER, source VARCHAR, course VARCHAR, outcome VARCHAR, attended BIGINT, planned BIGINT);
CREATE TABLE exercise_test (pathway INTEGER, happened_on DATE, place INTEGER, method VARCHAR, phase VARCHAR, amount DECIMAL(14, 4));
CREATE TABLE diet_score (pathway INTEGER, happened_on DATE, place INTEGER, sector VARCHAR, score DOUBLE);
CREATE TABLE smoking_status (pathway INTEGER, happened_on DATE, place INTEGER, status VARCHAR);
CREATE TABLE hads (pathway INTEGER, happened_on DATE, place INTEGER, anxiety DOUBLE, depression DOUBLE);
CREATE TABLE blood_pressure (pathway INTEGER, happened_on DATE, place INTEGER, sector VARCHAR, systolic DOUBLE, diastolic DOUBLE);
CREATE TABLE laboratory (pathway INTEGER, happened_on DATE, place INTEGER, sector VARCHAR, npu VARCHAR, unit VARCHAR, comparator VARCHAR, amount DOUBLE);
CREATE TABLE dispensing (pathway INTEGER, happened_on DATE, atc VARCHAR);

-- An outcome is the first step that applies (docs/interface.md).
CREATE MACRO by_evidence(is_in, is_there, departed_on, last_day, is_over) AS CASE
  WHEN NOT is_in THEN 'not-applicable'
  WHEN is_there THEN 'met'
  WHEN departed_on <= last_day THEN 'excluded'
  WHEN NOT is_over THEN 'pending'
  ELSE 'not-met'
END;
CREATE MACRO by_value(is_in, is_met, departed_on, last_day, is_over) AS CASE
  WHEN NOT is_in THEN 'not-applicable'
  WHEN departed_on <= last_day THEN 'excluded'
  WHEN NOT is_over THEN 'pending'
  WHEN is_met IS NULL THEN 'unknown'
  WHEN is_met THEN 'met'
  ELSE 'not-met'
END;
