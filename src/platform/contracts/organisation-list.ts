import type { Hospital, Municipality, OrganisationList, Region } from '../../kernel/organisation-list';
import { contractsPath } from './contracts-folder';
import { readYaml } from './read-yaml';
import type { SchemaValidators } from './schema-validators';

/** Reads `contracts/organisations/*.yaml`; throws when a file does not follow its schema. */
export function loadOrganisationList(schemas: SchemaValidators): OrganisationList {
  const read = <T>(name: string): T =>
    readYaml<T>(contractsPath('organisations', `${name}.yaml`), schemas, 'organisations');
  const { regions } = read<{ regions: Region[] }>('regions');
  const { municipalities } = read<{ municipalities: Municipality[] }>('municipalities');
  const { hospitals } = read<{ hospitals: Hospital[] }>('hospitals');
  return {
    regions: new Map(regions.map((region) => [region.code, region])),
    municipalities: new Map(municipalities.map((municipality) => [municipality.code, municipality])),
    hospitals: new Map(hospitals.map((hospital) => [hospital.sor, hospital])),
  };
}
