import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';

export const CPR = '1502779995';
const UNIT = '330011000116003';
export const HOSPITAL = 'hospital:330011000016003';
export const OTHER_UNIT = '330061000116003';
export const OTHER_HOSPITAL = 'hospital:330061000016003';

const TEMPLATE = '1.2.208.176.7.1.10';
const LASTING = '1.2.208.176.7.1.2.1';
const template = (number: number): string => `<templateId root="${TEMPLATE}.${number}"/>`;

/** An id as reports have them, of a short name. */
export const uuid = (name: string): string => {
  const hex = Buffer.from(name, 'utf8').toString('hex').padEnd(32, '0').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

export const id = (name: string, root = LASTING): string => `<id root="${root}" extension="${uuid(name)}"/>`;
const internal = (name: string): string => id(name, '1.2.208.176.7.1.2.2');
const pointing = (element: string, number: number, name: string): string =>
  `<entryRelationship typeCode="REFR"><${element}>${template(number)}${id(name)}</${element}></entryRelationship>`;
const external = (number: number, name: string): string =>
  `<reference typeCode="REFR"><externalAct>${template(number)}${id(name)}</externalAct></reference>`;
export const atContact = (name: string): string => pointing('encounter', 77, name);
export const atEarlierContact = (name: string): string => external(78, name);
export const ofCourse = (name: string): string => external(65, name);

const unit = (type: string, sor: string): string =>
  `<participant typeCode="${type}"><participantRole><scopingEntity><id root="1.2.208.176.1.1" extension="${sor}"/>` +
  `</scopingEntity></participantRole></participant>`;

export const course = (name: string): string =>
  `<entry><act>${template(80)}${id(name)}<code nullFlavor="NA"/></act></entry>`;

export interface ContactSaid {
  readonly from?: string;
  readonly to?: string;
  readonly mode?: string;
  readonly sor?: string;
  readonly links?: string;
}

export const contact = (
  name: string,
  { from = '20230103110000+0100', to = '', mode = 'ALCA00', sor = UNIT, links = ofCourse('F1') }: ContactSaid = {},
): string =>
  `<entry><encounter>${template(74)}${id(name)}<code code="${mode}"/><effectiveTime><low value="${from}"/>` +
  `${to === '' ? '' : `<high value="${to}"/>`}</effectiveTime>${unit('RESP', sor)}${links}</encounter></entry>`;

export const diagnosis = (
  name: string,
  code: string,
  { type = 'ALGA01', refuted = '', links = atContact('K1'), main = 45 } = {},
): string =>
  `<entry><observation${refuted === '' ? '' : ` negationInd="${refuted}"`}>${template(main)}${id(name)}${internal(`i${name}`)}` +
  `<code code="${code}"/>${
    type === ''
      ? ''
      : `<entryRelationship typeCode="COMP"><observation>${template(43)}<code code="${type}"/></observation></entryRelationship>`
  }${links}</observation></entry>`;

export const procedure = (
  name: string,
  code: string,
  { on = '20230110080000+0100', links = atContact('K1'), sor = UNIT } = {},
): string =>
  `<entry><procedure>${template(30)}${id(name)}<code code="${code}"/><effectiveTime><low value="${on}"/></effectiveTime>` +
  `${unit('PRF', sor)}${links}</procedure></entry>`;

export const results = (
  name: string,
  values: readonly (readonly [type: string, value: string])[],
  links = atContact('K1'),
): string =>
  `<entry><act>${template(90)}<code nullFlavor="NA"/><entryRelationship typeCode="REFR"><organizer>${template(88)}${id(name)}` +
  `<code code="RAA99"/>${values
    .map(
      ([type, value]) =>
        `<component><observation>${template(89)}<code code="${type}"/><effectiveTime value="20230111090000+0100"/>` +
        `<value>${value}</value></observation></component>`,
    )
    .join('')}</organizer></entryRelationship>${links}</act></entry>`;

export const deletion = (name: string): string =>
  `<entry><act>${template(118)}<code nullFlavor="NA"/><statusCode code="nullified"/><reference typeCode="RPLC">` +
  `<externalAct>${template(78)}${id(name)}</externalAct></reference></act></entry>`;

export interface ReportSaid {
  readonly version?: number;
  readonly time?: string;
  readonly set?: string;
  readonly cpr?: string;
  readonly relates?: 'APND' | 'RPLC';
}

/** A report with its entries. */
export const report = (
  entries: readonly string[],
  { version = 1, time = `2023020${version}120000+0100`, set = 'S1', cpr = CPR, relates }: ReportSaid = {},
): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3">${template(71)}<id root="${uuid(`${set}${version}`)}"/>` +
  `<effectiveTime value="${time}"/><setId root="${uuid(set)}"/><versionNumber value="${version}"/>` +
  `<recordTarget><patientRole><id root="1.2.208.176.1.2" extension="${cpr}"/></patientRole></recordTarget>` +
  `<author><time value="20230101"/></author>` +
  `${relates === undefined ? '' : `<relatedDocument typeCode="${relates}"><parentDocument/></relatedDocument>`}` +
  `<component><structuredBody><component><section>${entries.join('')}</section></component></structuredBody></component>` +
  `</ClinicalDocument>`;

/** A folder with files of these texts. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Reports in files of their own, named in their order. */
export const folderWith = (...reports: readonly string[]): string =>
  folderOf(Object.fromEntries(reports.map((text, at) => [`${String(at).padStart(3, '0')}.xml`, text])));
