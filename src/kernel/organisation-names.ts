import { both, type Bilingual } from './language';
import { identifierOf, schemeText, type Organisation } from './organisation';
import { listedOrganisation, type OrganisationList } from './organisation-list';
import { unitOf } from './unit';
import { ORGANISATION_NAME_WORDS as WORDS } from './words/organisations';

interface Places {
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
}
/** The names of places, beside their codes. */
export interface NamedPlaces {
  readonly hospitalName: string;
  readonly municipalityName?: string;
}

/** Says who an organisation is, so that nobody has to read codes. */
export class OrganisationNames {
  constructor(private readonly list: OrganisationList) {}

  /** The name of an organisation, region or unit; one that is not listed is told by its kind. Never empty. */
  of(organisation: Organisation): Bilingual {
    const scheme = schemeText(organisation);
    switch (scheme) {
      case 'laboratory':
      case 'pharmacy':
      case 'person':
      case 'patient':
      case 'registry':
        return WORDS[scheme];
      case 'general-practice':
        return WORDS[scheme]({ number: identifierOf(organisation) });
      case 'danheart':
        return WORDS[scheme]({ name: this.of(`hospital:${identifierOf(organisation)}`) });
      case 'hospital':
      case 'municipality':
      case 'region':
        return this.isListed(organisation) ? this.unitName(organisation) : WORDS[scheme];
      default:
        return this.unitName(organisation);
    }
  }

  /** The code with the name behind it: `municipality:0461 Odense`. */
  withCode(organisation: Organisation): Bilingual {
    return WORDS.coded({ code: organisation, name: this.of(organisation) });
  }

  /** Those without a known place have a name too. */
  /** With its name beside the code, for who reads the answer; units go by Danish names, so this is the Danish one. */
  beside<T extends { readonly organisation: Organisation }>(one: T): T & { readonly name: string } {
    return { ...one, name: this.of(one.organisation).da };
  }

  /** With the names of its hospital and municipality beside their codes. */
  besidePlaces<T extends Places>(one: T): T & NamedPlaces {
    const { hospital, municipality } = one;
    return {
      ...one,
      hospitalName: this.of(hospital).da,
      ...(municipality === undefined ? undefined : { municipalityName: this.of(municipality).da }),
    };
  }

  private isListed(id: Organisation): boolean {
    const identifier = identifierOf(id);
    if (identifier === 'unknown' || listedOrganisation(this.list, id) !== undefined) return true;
    return schemeText(id) === 'region' && this.list.regions.has(identifier);
  }

  private unitName(id: Organisation): Bilingual {
    const { name } = unitOf(id, this.list);
    return both(name, name);
  }
}
