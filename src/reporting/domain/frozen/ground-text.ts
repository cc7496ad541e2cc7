import type { Hospital, Municipality, OrganisationList, Region } from '../../../kernel/organisation-list';
import { compareCodePoints } from '../../../kernel/ordering';
import { canonicalJson } from '../../../kernel/canonical-json';
import type { Ground } from '../report';
import { textDigest } from './text-digest';

interface WrittenOrganisations {
  readonly regions: readonly Region[];
  readonly municipalities: readonly Municipality[];
  readonly hospitals: readonly Hospital[];
}

type WrittenGround = Omit<Ground, 'organisations'> & { readonly organisations: WrittenOrganisations };

/** Everything a report is counted under as canonical JSON; equal grounds are equal texts. */
export function writeGround({ organisations, ...rest }: Ground): string {
  return canonicalJson({ ...rest, organisations: writtenOrganisations(organisations) });
}

/** Reads what `writeGround` wrote. */
export function readGround(text: string): Ground {
  const { organisations, ...rest } = JSON.parse(text) as WrittenGround;
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
export function groundDigests({ set, organisations }: Ground): { definition: string; organisations: string } {
  return {
    definition: textDigest(canonicalJson(set)),
    organisations: textDigest(canonicalJson(writtenOrganisations(organisations))),
  };
}

function writtenOrganisations({ regions, municipalities, hospitals }: OrganisationList): WrittenOrganisations {
  return { regions: byCode(regions), municipalities: byCode(municipalities), hospitals: byCode(hospitals) };
}

const byCode = <O>(organisations: ReadonlyMap<string, O>): O[] =>
  [...organisations].sort(([a], [b]) => compareCodePoints(a, b)).map(([, organisation]) => organisation);
