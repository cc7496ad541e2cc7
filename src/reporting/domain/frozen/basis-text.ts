import type { Hospital, Municipality, OrganisationList, Region } from '../../../kernel/organisation-list';
import { compareCodePoints } from '../../../kernel/ordering';
import { canonicalJson } from '../../../kernel/canonical-json';
import type { ReportBasis } from '../../../counting/domain/report-basis';
import { digestOf } from '../../../counting/domain/sealed';

interface WrittenOrganisations {
  readonly regions: readonly Region[];
  readonly municipalities: readonly Municipality[];
  readonly hospitals: readonly Hospital[];
}

type WrittenBasis = Omit<ReportBasis, 'organisations'> & { readonly organisations: WrittenOrganisations };

/** Everything a report is counted under as canonical JSON; equal bases are equal texts. */
export function writeBasis({ organisations, ...rest }: ReportBasis): string {
  return canonicalJson({ ...rest, organisations: writtenOrganisations(organisations) });
}

/** Reads what `writeBasis` wrote. */
export function readBasis(text: string): ReportBasis {
  const { organisations, ...rest } = JSON.parse(text) as WrittenBasis;
  return {
    ...rest,
    organisations: {
      regions: new Map(organisations.regions.map((region) => [region.code, region])),
      municipalities: new Map(organisations.municipalities.map((municipality) => [municipality.code, municipality])),
      hospitals: new Map(organisations.hospitals.map((hospital) => [hospital.sor, hospital])),
    },
  };
}

/** Fingerprints of the whole definition set and of the whole organisation list. */
export function basisDigests({ set, organisations }: ReportBasis): { definition: string; organisations: string } {
  return {
    definition: digestOf(set),
    organisations: digestOf(writtenOrganisations(organisations)),
  };
}

function writtenOrganisations({ regions, municipalities, hospitals }: OrganisationList): WrittenOrganisations {
  return { regions: byCode(regions), municipalities: byCode(municipalities), hospitals: byCode(hospitals) };
}

const byCode = <O>(organisations: ReadonlyMap<string, O>): O[] =>
  [...organisations].sort(([a], [b]) => compareCodePoints(a, b)).map(([, organisation]) => organisation);
