// Made from contracts/words by npm run generate:words: change the words there.
import { both } from '../language';

export const PATHWAY_COLUMNS_WORDS = {
  person: both(
    'Hvad personen kaldes i netop dette projekts filer. Intet personnummer, og ikke det samme i et andet projekt.',
    "What the person is called in this project's files alone. No CPR number, and not the same in another project.",
  ),
  pathway: both(
    'Hvilket af personens forløb, fra 1. Sammen med person peger det på forløbet i alle tre tabeller.',
    "Which of the person's pathways, from 1. With person it names the pathway in all three tables.",
  ),
  index_day: both(
    'Indeksdagen, som forløbet og dets vinduer regnes fra.',
    'The index day, from which the pathway and its windows are counted.',
  ),
  index_hospital: both(
    'Indeksdagens sygehus, som kildens slags og dets SOR-kode.',
    'The hospital of the index day, as the kind of source and its SOR code.',
  ),
  municipality: both(
    'Bopælskommunen på indeksdagen, som kildens slags og dens kode; tom, når den ikke er kendt.',
    'The municipality of residence on the index day, as the kind of source and its code; empty where it is not known.',
  ),
  age_at_index: both('Alder på indeksdagen i hele år.', 'Age on the index day, in whole years.'),
  departed: both(
    'Om personen er død eller udvandret senest på opgørelsesdagen; tom for alle andre.',
    'Whether the person died or emigrated, by the as-of day; empty for all others.',
  ),
  departed_on: both(
    'Den første dag fra indeksdagen, hvor personen var død eller udvandret.',
    'The first day, from the index day on, on which the person was dead or had emigrated.',
  ),
};

export const FACT_COLUMNS_WORDS = {
  person: both(
    'Hvad personen kaldes i netop dette projekts filer.',
    "What the person is called in this project's files alone.",
  ),
  pathway: both(
    'Hvilket af personens forløb oplysningen hører til.',
    "Which of the person's pathways the fact belongs to.",
  ),
  number: both(
    'Oplysningens plads blandt forløbets, fra 1, efter dag.',
    'The place of the fact among those of the pathway, from 1, by day.',
  ),
  kind: both(
    'Hvad det er. Én indberetning kan give flere oplysninger; en kommunal start er også deltagelse.',
    'What it is. Several facts may come from one registration, as a municipal start is participation too.',
  ),
  day: both('Dagen, hvor det skete, som kilden siger.', 'The day it happened, as the source says.'),
  sector: both('Sektoren, det tilskrives.', 'The sector it is credited to.'),
  source: both(
    'Hvem der har indberettet, som kildens slags og dens kode; other, når den ingen kode har.',
    'Who reported it, as the kind of source and its code; other where it has no code.',
  ),
  form: both('Hvordan en kommunal ydelse blev givet.', 'How a municipal service was delivered.'),
  held_back_by: both(
    'Hvorfor en sygehusydelse ikke tæller, den første grund først; en politik kan ophæve en grund. Tom, når intet holder den tilbage.',
    'Why a hospital service does not count, the first reason first; a policy may lift one. Empty where nothing holds it back.',
  ),
  delivered_by: both(
    'Hvem der gav ydelsen, når sygehuset siger, at det var en anden.',
    'Who delivered it where the hospital says that it was another.',
  ),
  referred_to: both('Hvem et sygehus har henvist patienten til.', 'Who a hospital referred the patient to.'),
  interventions: both('Hvad et sygehus har henvist patienten til at få.', 'What a hospital referred the patient for.'),
  referred_on: both(
    'Hvornår kommunen ved sin start siger, at den fik henvisningen.',
    'When the municipality says that it was asked, at its start.',
  ),
  course_outcome: both(
    'Hvordan et kommunalt forløb sluttede. Hvorfor, med kildens egne ord, er udeladt.',
    "How a municipal course ended. Why, in the source's own words, is left out.",
  ),
  sessions_planned: both('Planlagte gange i et kommunalt forløb.', 'Sessions planned in a municipal course.'),
  sessions_attended: both('Gange med fremmøde i et kommunalt forløb.', 'Sessions attended in a municipal course.'),
  anxiety: both('HADS, delskalaen for angst.', 'HADS, the anxiety subscale.'),
  depression: both('HADS, delskalaen for depression.', 'HADS, the depression subscale.'),
  systolic: both('Systolisk blodtryk.', 'Systolic blood pressure.'),
  diastolic: both('Diastolisk blodtryk.', 'Diastolic blood pressure.'),
  diet_score: both('Scoren i Hjertekostskemaet.', 'The heart diet score (Hjertekostskema).'),
  smoking_status: both('Rygestatus.', 'Smoking status.'),
  capacity: both('Arbejdskapacitet.', 'Work capacity.'),
  capacity_method: both('Hvordan arbejdskapaciteten blev testet.', 'How work capacity was tested.'),
  capacity_phase: both(
    'Om arbejdskapaciteten blev testet ved rehabiliteringens start eller slutning.',
    'Whether work capacity was tested at the start or the end of rehabilitation.',
  ),
  npu: both(
    'Analysekoden, NPU eller lokal. Tom for en indtastet værdi; other, når den ikke har form som en kode.',
    'The analysis code, NPU or local. Empty where a value was typed; other where it has not the form of a code.',
  ),
  laboratory_value: both('Analysens svar, når det er et tal.', 'The result of the analysis, where it is a number.'),
  laboratory_bound: both(
    'Analysens svar, når det kun er oplyst som mindre eller større end et tal, som <0.5.',
    'The result of the analysis, where it is known only as below or above a number, such as <0.5.',
  ),
  laboratory_unit: both(
    'Svarets enhed; other, når den ikke er en af de kendte.',
    'The unit of the result; other where it is none of those known.',
  ),
  atc: both(
    'ATC-koden på det udleverede; other, når den ikke har form som en.',
    'The ATC code of what was dispensed; other where it has not the form of one.',
  ),
};

export const DECISION_COLUMNS_WORDS = {
  person: both(
    'Hvad personen kaldes i netop dette projekts filer.',
    "What the person is called in this project's files alone.",
  ),
  pathway: both('Hvilket af personens forløb der er afgjort.', "Which of the person's pathways was decided."),
  number: both('Indikatorens nummer.', "The indicator's number."),
  indicator: both('Indikatorens nøgle i definitionssættet.', "The indicator's key in the definition set."),
  definition: both('Definitionssættet og dets version.', 'The definition set and its version.'),
  index_day: both('Forløbets indeksdag.', "The pathway's index day."),
  window_from: both('Den første dag, hvor en oplysning tæller.', 'The first day on which a fact counts.'),
  window_to: both('Den sidste dag, hvor en oplysning tæller.', 'The last day on which a fact counts.'),
  outcome: both(
    'Hvad der er afgjort på opgørelsesdagen. Kun met og not-met indgår i andelen; unknown står ved siden af.',
    'What was decided as of the as-of day. Only met and not-met are in a rate; unknown stands beside it.',
  ),
  reason: both('Hvorfor, når udfaldet ikke selv siger det.', 'Why, where the outcome does not say it itself.'),
  denominator: both(
    'unknown, når ingen kan vide, om forløbet hører til i nævneren.',
    'unknown where nobody can know whether the pathway belongs to the denominator.',
  ),
  possible: both(
    'Hvad udfaldet ellers kunne være, hvis manglende indberetninger var kommet, det selv medregnet; out er uden for andelen. Tom, når intet andet er muligt.',
    'What else the outcome could be had missed reports come, itself included; out is out of the rate. Empty where nothing else is possible.',
  ),
  provisional: both(
    'Hvad en ventende afgørelse ville være, hvis vinduet sluttede nu.',
    'What a pending decision would be if the window ended now.',
  ),
  trouble: both(
    'Hvorfor indberetninger mangler, når en adspurgt kilde ikke var tilsluttet eller var tavs.',
    'Why reports are missing, where a source that is asked was not connected or silent.',
  ),
  trouble_source: both('Kilden, hvis indberetninger mangler.', 'The source whose reports are missing.'),
  trouble_days: both(
    'Dage i vinduet til og med opgørelsesdagen, hvor indberetninger mangler.',
    'Days of the window, through the as-of day, on which reports are missing.',
  ),
  decided_by: both(
    'Hvem der har indberettet den oplysning, der afgjorde det; tom, når ingen gjorde.',
    'Who reported the fact that decided; empty where none did.',
  ),
  decided_by_sector: both('Sektoren for den oplysning, der afgjorde det.', 'The sector of the fact that decided.'),
  decided_on: both('Dagen for den oplysning, der afgjorde det.', 'The day of the fact that decided.'),
  held_back: both(
    'Hvor mange ydelser der ville have opfyldt indikatoren, men holdes tilbage.',
    'How many services would have fulfilled the indicator but are held back.',
  ),
  value_attended: both('Gange med fremmøde.', 'Sessions attended.'),
  value_planned: both('Planlagte gange.', 'Sessions planned.'),
  value_method: both(
    'Hvordan arbejdskapaciteten blev testet, begge gange.',
    'How work capacity was tested, at both ends.',
  ),
  value_start: both('Arbejdskapacitet ved start.', 'Work capacity at the start.'),
  value_end: both('Arbejdskapacitet ved slutning.', 'Work capacity at the end.'),
  value_smoking_status: both('Den rygestatus, der afgjorde det.', 'The smoking status that decided.'),
  value_systolic: both('Det systoliske blodtryk, der afgjorde det.', 'The systolic blood pressure that decided.'),
  value_diastolic: both('Det diastoliske blodtryk, der afgjorde det.', 'The diastolic blood pressure that decided.'),
  value_anxiety: both('HADS-scoren for angst, der afgjorde det.', 'The HADS anxiety score that decided.'),
  value_depression: both('HADS-scoren for depression, der afgjorde det.', 'The HADS depression score that decided.'),
  value_score: both('Scoren i Hjertekostskemaet, der afgjorde det.', 'The heart diet score that decided.'),
  value_number: both(
    'Laboratoriesvaret, der afgjorde det, eller et andet tal, som definitionssættet læser.',
    'The laboratory result that decided, or another number that the definition set reads.',
  ),
  value_bound: both(
    'Laboratoriesvaret, der afgjorde det, når det kun er oplyst som mindre eller større end et tal, som <0.5.',
    'The laboratory result that decided, where it is known only as below or above a number, such as <0.5.',
  ),
  value_unit: both('Enheden for value_number eller value_bound.', 'The unit of value_number or value_bound.'),
};
