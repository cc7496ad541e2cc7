// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const FHIR_FAULT_WORDS = {
  empty: (said: Filling<'file'>): Bilingual =>
    both(
      `Der er ingen FHIR-filer i ${inDanish(said.file)}. Giv en Bundle (.json), en .ndjson-fil eller en mappe med dem.`,
      `There are no FHIR files in ${inEnglish(said.file)}. Give a Bundle (.json), an .ndjson file or a folder of them.`,
    ),
  notFhir: (said: Filling<'file'>): Bilingual =>
    both(
      `${inDanish(said.file)} er ikke FHIR R4: der mangler »resourceType«. Er det det rigtige format?`,
      `${inEnglish(said.file)} is not FHIR R4: “resourceType” is missing. Is it the right format?`,
    ),
  notJson: (said: Filling<'file' | 'line'>): Bilingual =>
    both(
      `${inDanish(said.file)} er ikke JSON; læsningen stopper ved linje ${inDanish(said.line)}. Dan filen igen, og indlæs den på ny.`,
      `${inEnglish(said.file)} is not JSON; reading stops at line ${inEnglish(said.line)}. Make the file again and import it anew.`,
    ),
  cutOff: (said: Filling<'file' | 'line'>): Bilingual =>
    both(
      `${inDanish(said.file)} er skåret af ved linje ${inDanish(said.line)}. Hent filen igen; intet af leverancen er taget.`,
      `${inEnglish(said.file)} is cut off at line ${inEnglish(said.line)}. Fetch the file again; nothing of the delivery is taken.`,
    ),
  tooLarge: (said: Filling<'file' | 'most'>): Bilingual =>
    both(
      `${inDanish(said.file)} er større end ${inDanish(said.most)} MB. Skriv den som NDJSON, en Bundle på hver linje, eller del den i flere.`,
      `${inEnglish(said.file)} is larger than ${inEnglish(said.most)} MB. Write it as NDJSON, one Bundle a line, or divide it.`,
    ),
  notText: (said: Filling<'file'>): Bilingual =>
    both(
      `${inDanish(said.file)} er ikke UTF-8. Gem den som UTF-8, og indlæs den på ny.`,
      `${inEnglish(said.file)} is not UTF-8. Save it as UTF-8 and import it anew.`,
    ),
  notGateway: (said: Filling<'file' | 'profiles'>): Bilingual =>
    both(
      `${inDanish(said.file)} er ikke en leverance til KL Gateway for genoptræning: ingen ressource har en profil under ${inDanish(said.profiles)}. Er det det rigtige format?`,
      `${inEnglish(said.file)} is no delivery to KL Gateway for rehabilitation: no resource has a profile below ${inEnglish(said.profiles)}. Is it the right format?`,
    ),
};

export const FHIR_REFUSED_WORDS = {
  lineNotJson: both(
    'Linjen er ikke JSON. Dan den igen; de andre linjer er læst.',
    'The line is not JSON. Make it again; the other lines have been read.',
  ),
  notResource: both(
    'Her skal stå en FHIR-ressource med »resourceType«.',
    'A FHIR resource with “resourceType” must stand here.',
  ),
  deletion: both(
    'En sletning siger ikke, hvad der slettes. Send ressourcen med status »entered-in-error«.',
    'A deletion does not say what is deleted. Send the resource with status “entered-in-error”.',
  ),
  missing: (said: Filling<'element'>): Bilingual =>
    both(
      `»${inDanish(said.element)}« mangler. Det skal stå der, for at ressourcen kan tages.`,
      `“${inEnglish(said.element)}” is missing. It must be there for the resource to be taken.`,
    ),
  notDay: (said: Filling<'element'>): Bilingual =>
    both(
      `»${inDanish(said.element)}« er ikke en hel dato. Skriv år, måned og dag, og klokkeslæt kun med tidszone.`,
      `“${inEnglish(said.element)}” is no whole date. Write year, month and day, and a time of day only with its zone.`,
    ),
  notNumber: (said: Filling<'element'>): Bilingual =>
    both(`»${inDanish(said.element)}« er ikke et tal.`, `“${inEnglish(said.element)}” is no number.`),
  unknownStatus: (said: Filling<'element'>): Bilingual =>
    both(
      `»${inDanish(said.element)}« er ikke en status, som FHIR R4 kender. Ret den.`,
      `“${inEnglish(said.element)}” is no status that FHIR R4 knows. Correct it.`,
    ),
  reference: (said: Filling<'reference'>): Bilingual =>
    both(
      `»${inDanish(said.reference)}« findes ikke i leverancen. Send ressourcen med, eller henvis med »identifier«.`,
      `“${inEnglish(said.reference)}” is not in the delivery. Send the resource along, or refer by “identifier”.`,
    ),
  noPerson: (said: Filling<'element'>): Bilingual =>
    both(
      `Der står ikke, hvem ressourcen handler om. Udfyld »${inDanish(said.element)}«.`,
      `Nothing says who the resource is about. Fill in “${inEnglish(said.element)}”.`,
    ),
  noCpr: (said: Filling<'system'>): Bilingual =>
    both(
      `Personen har intet personnummer. Det skal stå som »identifier« med system ${inDanish(said.system)}.`,
      `The person has no CPR number. It must stand as an “identifier” with system ${inEnglish(said.system)}.`,
    ),
  replacementNumber: both(
    'Personen har kun et erstatningsnummer, og det forbinder ikke sektorer. Send personnummeret.',
    'The person has only a replacement number, which joins no sectors. Send the CPR number.',
  ),
  noReporter: (said: Filling<'element'>): Bilingual =>
    both(
      `Der står ikke, hvem der indberetter. Udfyld »${inDanish(said.element)}« med SOR-kode, kommunekode eller ydernummer, eller angiv kilden, når filen indlæses.`,
      `Nothing says who reports. Fill in “${inEnglish(said.element)}” with a SOR code, municipality code or provider number, or name the source when the file is imported.`,
    ),
  noRole: both(
    'Der står ikke, hvilken rolle diagnosen har (A, B, H, M, C, G). Sæt den i »Encounter.diagnosis.use« eller »Condition.category«.',
    'Nothing says which role the diagnosis has (A, B, H, M, C, G). Set it in “Encounter.diagnosis.use” or “Condition.category”.',
  ),
  noPhase: both(
    'Der står ikke, om testen er fra starten eller slutningen. Sæt det i »category«.',
    'Nothing says whether the test is of the start or the end. Set it in “category”.',
  ),
  noPerformer: both(
    'Der står ikke, hvem henvisningen går til. Udfyld »performer« med kommunekode eller SOR-kode.',
    'Nothing says who is referred to. Fill in “performer” with a municipality code or SOR code.',
  ),
  noIntervention: both(
    'Ingen af koderne siger, hvad der henvises til. Brug en kode, som dokumentationen nævner.',
    'None of the codes says what is referred to. Use a code that the documentation names.',
  ),
  unit: (said: Filling<'units'>): Bilingual =>
    both(
      `Enheden er ikke ${inDanish(said.units)}. Regn værdien om, eller ret enheden.`,
      `The unit is not ${inEnglish(said.units)}. Convert the value, or correct the unit.`,
    ),
  noCourseEnd: both(
    'Forløbet er afsluttet, men slutdatoen mangler. Udfyld »period.end«.',
    'The course is closed, but the day of its end is missing. Fill in “period.end”.',
  ),
};

export const GATEWAY_REFUSED_WORDS = {
  noMunicipality: both(
    'Kommunens SOR-kode er ikke kendt. Angiv kommunen som kilde, når filen indlæses.',
    'The municipality’s SOR code is not known. Name the municipality as the source when the file is imported.',
  ),
  outsideReport: both(
    'Ressourcen står uden for en indberetningsrapport. Send den i en Bundle med borgeren.',
    'The resource stands outside a delivery report. Send it in a Bundle with the citizen.',
  ),
  noEnd: both(
    'Indsatsforløbet er afsluttet, men slutdatoen mangler. Udfyld »period.end«.',
    'The course is closed, but the day of its end is missing. Fill in “period.end”.',
  ),
};
