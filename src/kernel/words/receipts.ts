// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const RECEIPT_WORDS = {
  fault: (said: Filling<'path' | 'remedy'>): Bilingual =>
    both(
      `\`${inDanish(said.path)}\` ${inDanish(said.remedy)}.`,
      `\`${inEnglish(said.path)}\` ${inEnglish(said.remedy)}.`,
    ),
  noObject: both(
    'En hændelse er ét JSON-objekt; send ét CloudEvents 1.0-objekt pr. linje.',
    'An event is one JSON object; send one CloudEvents 1.0 object a line.',
  ),
  noJson: both(
    'Linjen er ikke JSON; den er måske skåret af. Send ét helt JSON-objekt pr. linje.',
    'This line is not JSON; it may be cut off. Send one whole JSON object a line.',
  ),
  notRegistrable: both(
    'Ydelser fra denne slags kilde, forsikringsbetalte medregnet, kan ikke registreres.',
    'Services from this kind of source, insurance-paid ones included, cannot be registered.',
  ),
  sourceWritten: (said: Filling<'examples'>): Bilingual =>
    both(
      `En kilde skrives med slags, kolon og nummer, såsom ${inDanish(said.examples)}; ret \`source\`, og send igen.`,
      `A source is written with its kind, a colon and its number, such as ${inEnglish(said.examples)}; correct \`source\` and send again.`,
    ),
  sourceMeant: (said: Filling<'examples' | 'name' | 'source'>): Bilingual =>
    both(
      `En kilde skrives med slags, kolon og nummer, såsom ${inDanish(said.examples)}; mente du \`${inDanish(said.source)}\` (${inDanish(said.name)})?`,
      `A source is written with its kind, a colon and its number, such as ${inEnglish(said.examples)}; did you mean \`${inEnglish(said.source)}\` (${inEnglish(said.name)})?`,
    ),
  otherSender: (said: Filling<'sender'>): Bilingual =>
    both(
      `\`source\` skal være \`${inDanish(said.sender)}\`, hvis emne den kom ad: man sender kun som sig selv. Send den i eget navn, eller overlad den til den kilde, den nævner.`,
      `\`source\` must be \`${inEnglish(said.sender)}\`, whose topic this came by: one sends as oneself alone. Send it under your own name, or leave it to the source it names.`,
    ),
  noCodes: both(
    'Kommuner bruger ikke SKS-koder: udelad `data.code`, og sig i `data.kind`, hvad der blev gjort.',
    'Municipalities do not use SKS codes: leave `data.code` out and say what was done in `data.kind`.',
  ),
  otherSector: (said: Filling<'scheme'>): Bilingual =>
    both(
      `\`type\` hører til kilder af slagsen \`${inDanish(said.scheme)}:…\`; send den derfra, eller send den type, der hører til denne kildes sektor.`,
      `\`type\` belongs to sources \`${inEnglish(said.scheme)}:…\`; send it from there, or the type of this source’s own sector.`,
    ),
  cpr: both(
    '`data.cpr` skal være ti cifre, der begynder med en kalenderdag (DDMMÅÅSSSS).',
    '`data.cpr` must be ten digits that begin with a calendar day (DDMMYYSSSS).',
  ),
  fromLpr: (said: Filling<'day'>): Bilingual =>
    both(
      `Ydelser fra og med ${inDanish(said.day)} registreres i LPR, ikke på et DanHeart-skema.`,
      `Services from ${inEnglish(said.day)} on are reported to LPR, not on a DanHeart form.`,
    ),
  throughDanheart: (said: Filling<'day'>): Bilingual =>
    both(
      `Ydelser til og med ${inDanish(said.day)} registreres på et DanHeart-skema, ikke i LPR.`,
      `Services through ${inEnglish(said.day)} are reported on a DanHeart form, not LPR.`,
    ),
  danheartClosed: (said: Filling<'day'>): Bilingual =>
    both(
      `DanHeart lukkede efter ${inDanish(said.day)} og tager ikke imod flere skemaer.`,
      `DanHeart closed after ${inEnglish(said.day)}; it takes no more forms.`,
    ),
  inRegister: (said: Filling<'day'>): Bilingual =>
    both(
      `LDL kommer fra laboratoriedatabasen fra og med ${inDanish(said.day)} og registreres ikke igen.`,
      `LDL comes from the laboratory database from ${inEnglish(said.day)} on; it is not registered again.`,
    ),
  inFuture: (said: Filling<'path'>): Bilingual =>
    both(
      `\`${inDanish(said.path)}\` ligger mere end en dag efter \`time\`; send hændelsen, når ydelsen er givet.`,
      `\`${inEnglish(said.path)}\` lies more than a day after \`time\`; send the event when the service has happened.`,
    ),
  idReused: both(
    'Dette `id` er brugt til en hændelse med andet indhold; send ændret indhold under et nyt `id`.',
    'This `id` was used for an event with other content; send changed content under a new `id`.',
  ),
  notHandled: both(
    'Programmet fejler på hændelsen, hvilket er en fejl i programmet; hændelsen er gemt og prøves igen, når programmet starter næste gang.',
    'The program fails on this event, which is a fault of the program; the event is kept and tried again when the program next starts.',
  ),
};

export const UNREADABLE_WORDS = {
  lineTooLong: (said: Filling<'bytes' | 'most'>): Bilingual =>
    both(
      `Linjen har ${inDanish(said.bytes)} byte; en hændelse må højst have ${inDanish(said.most)}. Send én hændelse pr. linje, eller sæt REHABSPOR_MAX_EVENT_BYTES op.`,
      `This line has ${inEnglish(said.bytes)} bytes; an event may have at most ${inEnglish(said.most)}. Send one event a line, or raise REHABSPOR_MAX_EVENT_BYTES.`,
    ),
  eventTooLong: (said: Filling<'bytes' | 'most'>): Bilingual =>
    both(
      `Hændelsen har ${inDanish(said.bytes)} byte; en hændelse må højst have ${inDanish(said.most)}. Sæt REHABSPOR_MAX_EVENT_BYTES op.`,
      `This event has ${inEnglish(said.bytes)} bytes; an event may have at most ${inEnglish(said.most)}. Raise REHABSPOR_MAX_EVENT_BYTES.`,
    ),
  lineNotText: both(
    'Linjen er ikke UTF-8-tekst; kod hændelsen som UTF-8, og send den igen.',
    'This line is not UTF-8 text; encode the event as UTF-8 and send it again.',
  ),
  messageNotText: both(
    'Meddelelsen er ikke UTF-8-tekst. Kod hændelser som UTF-8.',
    'This message is not UTF-8 text. Encode events as UTF-8.',
  ),
  noValue: both(
    'Meddelelsen har ingen værdi. Send én CloudEvents-hændelse pr. meddelelse; en registrering trækkes tilbage ved at sende den som `retracted`.',
    'This message has no value. Send one CloudEvents event a message; to take a registration back, send it as `retracted`.',
  ),
  contentType: (said: Filling<'structured' | 'type'>): Bilingual =>
    both(
      `Indholdstypen ${inDanish(said.type)} tages der ikke imod. Send én hændelse pr. meddelelse som ${inDanish(said.structured)}.`,
      `Content type ${inEnglish(said.type)} is not taken. Send one event a message as ${inEnglish(said.structured)}.`,
    ),
  noAttribute: (said: Filling<'header'>): Bilingual =>
    both(
      `\`${inDanish(said.header)}\` er ikke headeren for en attribut. Navngiv attributter med a–z og 0–9, og læg data i værdien.`,
      `\`${inEnglish(said.header)}\` is not the header of an attribute. Name attributes with a–z and 0–9, and put the data into the value.`,
    ),
  attributeTwice: (said: Filling<'header'>): Bilingual =>
    both(
      `Headeren \`${inDanish(said.header)}\` kommer to gange eller er ikke UTF-8-tekst. Send en attribut i én header.`,
      `The header \`${inEnglish(said.header)}\` comes twice or is not UTF-8 text. Send an attribute in one header.`,
    ),
  noVersion: (said: Filling<'structured'>): Bilingual =>
    both(
      `Meddelelsen har \`ce_\`-headere, men ingen \`ce_specversion\`. Send alle attributter som \`ce_\`-headere, eller hele hændelsen i værdien som ${inDanish(said.structured)}.`,
      `This message has \`ce_\` headers but no \`ce_specversion\`. Send all attributes as \`ce_\` headers, or the whole event in the value as ${inEnglish(said.structured)}.`,
    ),
  noHttpAttribute: both(
    'En `ce-`-header nævner ingen attribut. Navngiv attributter med a–z og 0–9, og læg data i kroppen.',
    'A `ce-` header names no attribute. Name attributes with a–z and 0–9, and put the data into the body.',
  ),
  notEncoded: (said: Filling<'header'>): Bilingual =>
    both(
      `Headeren \`${inDanish(said.header)}\` er ikke procentkodet UTF-8. Kod det, der ikke er skrivbar ASCII, sådan.`,
      `The header \`${inEnglish(said.header)}\` is not percent-encoded UTF-8. Encode what is no printable ASCII so.`,
    ),
};

export const REMEDY_WORDS = {
  version: both('skal være teksten "1.0"', 'must be the text "1.0"'),
  text: both('skal være en tekst, der ikke er tom', 'must be a text that is not empty'),
  type: both('skal være en af kontrakternes hændelsestyper', 'must be one of the event types in the contracts'),
  time: both(
    'skal være et RFC 3339-tidspunkt med forskydning, såsom 2023-02-10T11:04:09Z',
    'must be an RFC 3339 instant with offset, such as 2023-02-10T11:04:09Z',
  ),
  receivedtime: both(
    'skal være et RFC 3339-tidspunkt med forskydning eller udelades',
    'must be an RFC 3339 instant with offset, or left out',
  ),
  object: both('skal være et JSON-objekt', 'must be a JSON object'),
  deep: (said: Filling<'levels'>): Bilingual =>
    both(
      `må ikke være indlejret i mere end ${inDanish(said.levels)} niveauer`,
      `must not be nested more than ${inEnglish(said.levels)} levels deep`,
    ),
  missing: both('mangler', 'is missing'),
  mustBe: (said: Filling<'kinds'>): Bilingual =>
    both(`skal være ${inDanish(said.kinds)}`, `must be ${inEnglish(said.kinds)}`),
  finite: both('skal være et endeligt tal', 'must be a finite number'),
  oneOf: (said: Filling<'values'>): Bilingual =>
    both(`skal være en af ${inDanish(said.values)}`, `must be one of ${inEnglish(said.values)}`),
  day: both('skal være en kalenderdag som ÅÅÅÅ-MM-DD', 'must be a calendar day as YYYY-MM-DD'),
  pattern: (said: Filling<'pattern'>): Bilingual =>
    both(`skal passe til ${inDanish(said.pattern)}`, `must match ${inEnglish(said.pattern)}`),
  atLeast: (said: Filling<'limit'>): Bilingual =>
    both(`skal være mindst ${inDanish(said.limit)}`, `must be at least ${inEnglish(said.limit)}`),
  atMost: (said: Filling<'limit'>): Bilingual =>
    both(`må højst være ${inDanish(said.limit)}`, `must be at most ${inEnglish(said.limit)}`),
  above: (said: Filling<'limit'>): Bilingual =>
    both(`skal være over ${inDanish(said.limit)}`, `must be above ${inEnglish(said.limit)}`),
  notEmpty: both('må ikke være tom', 'must not be empty'),
  otherwise: both('er ikke, som kontrakten siger', 'is not as the contract states'),
  belowSystolic: both('skal være under det systoliske tryk', 'must be below the systolic pressure'),
  notBeforeFrom: both('må ikke ligge før `data.from`', 'must not lie before `data.from`'),
  municipality: both(
    'skal nævne en af de 98 kommuner ved dens firecifrede kode',
    'must name one of the 98 municipalities by its four-digit code',
  ),
  sor: both('skal have en SOR-kode på mindst 11 cifre', 'must carry a SOR code of at least 11 digits'),
  ydernummer: both('skal have et ydernummer på seks cifre', 'must carry a ydernummer of six digits'),
  fixedName: (said: Filling<'name'>): Bilingual =>
    both(
      `skal have registrets faste navn \`${inDanish(said.name)}\``,
      `must carry the register’s fixed name \`${inEnglish(said.name)}\``,
    ),
  registry: both('skal have registrets navn', 'must carry the registry’s name'),
};

export const NOTE_WORDS = {
  unlinked: both(
    'Ydelsen har endnu ingen diagnose på samme kontakt eller forløb; send diagnosen med samme `contactId` eller `courseId`.',
    'The service has no diagnosis on the same contact or course yet; send the diagnosis with the same `contactId` or `courseId`.',
  ),
  unlinkable: both(
    'Ydelsen har hverken `contactId` eller `courseId`, så ingen diagnose kan knyttes til den; send den igen med et af dem.',
    'The service has neither `contactId` nor `courseId`, so no diagnosis can be linked to it; send it again with one of them.',
  ),
  observationOnly: both(
    'Ydelsen er kun knyttet til en obs-diagnose; den får virkning, når diagnosen er bekræftet.',
    'The service is linked to an observation diagnosis only; it takes effect when the diagnosis is confirmed.',
  ),
  otherOnly: both(
    'Ydelsen er ikke knyttet til en diagnose på iskæmisk hjertesygdom; den får virkning, når der kommer en.',
    'The service is not linked to a diagnosis of ischaemic heart disease; it takes effect when one comes.',
  ),
  observation: both(
    'En obs-diagnose er ingen diagnose; den får virkning, når den er bekræftet.',
    'An observation diagnosis is none; it takes effect when it is confirmed.',
  ),
  nothingToRetract: both(
    'Registreringen, der trækkes tilbage, er ikke modtaget; passer `recordId`?',
    'The registration that is retracted has not been received; is `recordId` right?',
  ),
  code: both('Ingen indikator bruger koden; den bevares.', 'No indicator uses the code; it is kept.'),
  codeMeant: (said: Filling<'code'>): Bilingual =>
    both(
      `Ingen indikator bruger koden; den bevares. Den ligner \`${inDanish(said.code)}\`: er et nul eller et ettal skrevet som bogstav?`,
      `No indicator uses the code; it is kept. It looks like \`${inEnglish(said.code)}\`: is a nought or a one written as a letter?`,
    ),
  instrument: (said: Filling<'instrument'>): Bilingual =>
    both(
      `Intet bruger dette instrument; svaret bevares. Mente du \`${inDanish(said.instrument)}\`?`,
      `Nothing uses this instrument; the answer is kept. Did you mean \`${inEnglish(said.instrument)}\`?`,
    ),
  field: both(
    'Intet felt i denne slags hændelse hedder sådan; det bevares uden virkning.',
    'No field of this kind of event has that name; it is kept without effect.',
  ),
  fieldMeant: (said: Filling<'field'>): Bilingual =>
    both(
      `Intet felt i denne slags hændelse hedder sådan; det bevares uden virkning. Mente du \`${inDanish(said.field)}\`?`,
      `No field of this kind of event has that name; it is kept without effect. Did you mean \`${inEnglish(said.field)}\`?`,
    ),
  hospital: both(
    'SOR-koden er ikke på listen over sygehuse; hændelsen tæller, men hører til ingen region.',
    'The SOR code is not in the list of hospitals; the event counts but belongs to no region.',
  ),
  otherPerson: both(
    'Registreringen stod hidtil hos en anden person; er `recordId` entydigt hos kilden?',
    'The registration stood with another person so far; is `recordId` unique in the source?',
  ),
  cprInIdentifier: both(
    'Her står noget, der ligner et personnummer; brug nøgler, der ikke røber en person.',
    'Something here looks like a CPR number; use keys that give no person away.',
  ),
  unit: (said: Filling<'unit'>): Bilingual =>
    both(
      `LDL bruges kun i ${inDanish(said.unit)}; svaret bevares, men bruges ikke.`,
      `LDL is used in ${inEnglish(said.unit)} only; the result is kept but not used.`,
    ),
  value: (said: Filling<'from' | 'through'>): Bilingual =>
    both(
      `Værdien er uden for det sædvanlige (${inDanish(said.from)} til ${inDanish(said.through)}); er enheden og rækkefølgen rigtig?`,
      `The value lies outside the usual range (${inEnglish(said.from)} to ${inEnglish(said.through)}); are the unit and the order right?`,
    ),
  tooEarly: both('Dagen er usædvanligt tidlig; er året rigtigt?', 'The day is unusually early; is the year right?'),
  beforeBirth: both('Dagen ligger før personens fødsel.', 'The day lies before the person was born.'),
  ahead: both('Dagen ligger i fremtiden; er året rigtigt?', 'The day lies in the future; is the year right?'),
  clock: both(
    '`time` ligger i fremtiden; går kildens ur rigtigt?',
    '`time` lies in the future; is the clock of the source right?',
  ),
  moreAttended: both('Der er flere fremmøder end planlagt.', 'More sessions were attended than planned.'),
  endBeforeStart: both('Slutningen ligger før begyndelsen.', 'The end lies before the beginning.'),
  endWithoutStart: both(
    'Forløbet har ingen start; passer `courseId`?',
    'The course has no start; is `courseId` right?',
  ),
};

export const JSON_KIND_WORDS = {
  string: both('tekst', 'text'),
  number: both('et tal', 'a number'),
  integer: both('et helt tal', 'a whole number'),
  boolean: both('true eller false', 'true or false'),
  object: both('et objekt', 'an object'),
  array: both('en liste', 'a list'),
};
