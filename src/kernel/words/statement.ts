// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const STATEMENT_PAGE_WORDS = {
  title: both('Tilgængelighedserklæring', 'Accessibility statement'),
  lead: both(
    'Siderne i rehabspor skal kunne bruges af alle. Her står, hvor langt de er, og hvad du gør, hvis noget ikke virker for dig.',
    'The pages of rehabspor are to be usable by everyone. Here is how far they are, and what you can do where something does not work for you.',
  ),
  scope: both(
    'Erklæringen gælder siderne på dette websted. Offentlige organer skal afgive den efter lov om tilgængelighed af offentlige organers websteder og mobilapplikationer (webtilgængelighedsloven, lov nr. 692 af 8. juni 2018).',
    'This statement is about the pages of this website. Danish public bodies have to make it by the act on accessibility of public bodies’ websites and mobile applications (webtilgængelighedsloven, act no. 692 of 8 June 2018).',
  ),
  status: both('Overholder siderne kravene?', 'Do the pages fulfil what is required?'),
  partly: both(
    'Siderne overholder delvist kravene i EN 301 549, version 3.2.1, som svarer til WCAG 2.1, niveau A og AA. Det, der mangler, står herunder.',
    'The pages fulfil in part what EN 301 549, version 3.2.1, requires, which is WCAG 2.1, levels A and AA. What is lacking is told below.',
  ),
  lacking: both(
    'Det, der ikke overholder kravene, eller som ikke er prøvet',
    'What does not fulfil it, or was not tested',
  ),
  lackingItems: [
    both(
      'Beskrivelsen af programmeringsgrænsefladen (/docs) findes kun på engelsk, er lavet af et fremmed bibliotek og er ikke prøvet. Den er for dem, der bygger systemer; alt, hvad den viser, findes også som fil (WCAG 3.1.1 og 4.1.2).',
      'The description of the programming interface (/docs) is in English only, made by a library of others, and was not tested. It is for those who build systems; all that it shows can be had as a file too (WCAG 3.1.1 and 4.1.2).',
    ),
    both(
      'Filer, der hentes (regneark, CSV og SVG), er ikke prøvet. De samme tal står som tabel på siderne (EN 301 549, kapitel 10).',
      'Files that are downloaded (spreadsheets, CSV and SVG) were not tested. The same numbers stand as tables on the pages (EN 301 549, clause 10).',
    ),
    both(
      'Det, programmet svarer ordret, når noget går galt, er på engelsk. Det er mærket som engelsk, og hvad du kan gøre, står på dansk ovenover.',
      'What the program answers word for word where something goes wrong is in English. It is marked as English, and what you can do is told in Danish above it.',
    ),
    both(
      'Siderne er ikke prøvet med skærmlæsere af mennesker, der bruger dem til daglig. Derfor kan der være hindringer, som vi ikke kender.',
      'The pages were not tested with screen readers by people who use them every day. So there may be obstacles that we do not know of.',
    ),
  ],
  tested: both('Sådan er siderne prøvet', 'How the pages were tested'),
  testedLead: both(
    'Vi har selv prøvet siderne; ingen udenforstående har gjort det. Prøverne køres i en rigtig browser (Chromium), hver gang programmet ændres:',
    'We tested the pages ourselves; nobody from outside did. The tests are run in a real browser (Chromium) whenever the program is changed:',
  ),
  testedItems: [
    both(
      'Hver side for hver slags bruger med axe, som leder efter brud på WCAG 2.1, niveau A og AA.',
      'Every page for every kind of user with axe, which looks for breaches of WCAG 2.1, levels A and AA.',
    ),
    both(
      'Hver side med tastatur alene: alt kan nås i den rækkefølge, det står, og man kan se, hvor man er.',
      'Every page by keyboard alone: everything can be reached in the order in which it stands, and one can see where one is.',
    ),
    both(
      'Hver side på en skærm, der er 320 punkter bred, som er 400 % forstørrelse: intet skal rulles til siden.',
      'Every page on a screen 320 points wide, which is magnification by 400 %: nothing has to be scrolled aside.',
    ),
    both(
      'Hver side uden JavaScript, og hver side på papir.',
      'Every page without JavaScript, and every page on paper.',
    ),
  ],
  contact: both('Skriv til os, eller ring', 'Write to us, or ring'),
  contactLead: both(
    'Skriv, hvis noget på siderne ikke virker for dig, eller hvis du har brug for noget herfra i en anden form. Fortæl, hvilken side det er, og hvad du ville. Skriv aldrig et personnummer.',
    'Write where something on the pages does not work for you, or where you need something of it in another form. Tell which page it is, and what you wanted. Never write a CPR number.',
  ),
  mail: both('E-mail', 'E-mail'),
  phone: both('Telefon', 'Telephone'),
  noPhone: both('Der er ikke oplyst noget telefonnummer.', 'No telephone number is given.'),
  noContact: both(
    'Den, der driver dette websted, har endnu ikke oplyst, hvem man skriver til. Det skal de efter loven.',
    'Whoever runs this website has not told yet whom to write to. By the act they have to.',
  ),
  enforcement: both('Hvis du ikke får et svar, du kan bruge', 'Where you get no answer that helps'),
  enforcementLead: both(
    'Digitaliseringsstyrelsen fører tilsyn med, at loven bliver overholdt. Har du skrevet til os om noget, der ikke er tilgængeligt, og er du ikke tilfreds med svaret, eller får du intet svar, kan du henvende dig til Digitaliseringsstyrelsen.',
    'The Danish Agency for Digital Government (Digitaliseringsstyrelsen) supervises that the act is kept. If you wrote to us of something that is not accessible and are not satisfied with the answer, or get none, you can turn to the agency.',
  ),
  authority: both(
    'Digitaliseringsstyrelsen om webtilgængelighed',
    'The Danish Agency for Digital Government on web accessibility (in Danish)',
  ),
  made: (said: Filling<'day'>): Bilingual =>
    both(
      `Erklæringen er lavet ${inDanish(said.day)} efter vores egen gennemgang. Den bliver gennemgået, når siderne ændres, og mindst en gang om året.`,
      `The statement was made ${inEnglish(said.day)} after we went through the pages ourselves. It is gone through again when the pages change, and at least once a year.`,
    ),
};
