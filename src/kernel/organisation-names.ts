import { both, type Bilingual } from './language';
import { identifierOf, schemeText, type Organisation } from './organisation';
import { listedOrganisation, type OrganisationList } from './organisation-list';
import { unitOf } from './unit';
import { ORGANISATION_NAME_WORDS as WORDS } from './words/organisations';

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
        return WORDS[scheme]({ hospital: this.of(`hospital:${identifierOf(organisation)}`) });
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
