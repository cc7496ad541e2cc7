import type { Scheme } from '../../kernel/organisation';

/** The sources' topics, each with a service of its own that takes in what comes there. */
export const SOURCE_SERVICES = {
  'intake-hospital': 'source.hospital',
  'intake-municipality': 'source.municipality',
  'intake-general-practice': 'source.general-practice',
  'intake-registers': 'source.registers',
} as const;

/** Whose topics of their own a service reads. */
export const SCHEMES_OF = {
  'intake-hospital': ['hospital', 'danheart'],
  'intake-municipality': ['municipality'],
  'intake-general-practice': ['general-practice'],
  'intake-registers': ['laboratory', 'pharmacy', 'person', 'patient', 'registry'],
} as const satisfies Record<keyof typeof SOURCE_SERVICES, readonly Scheme[]>;

export type SourceService = keyof typeof SOURCE_SERVICES;
export type ServiceName = SourceService | 'intake-http' | 'pathways' | 'indicators' | 'feeds' | 'reporting';

/** Every service that `serve` knows. */
export const SERVICES: readonly ServiceName[] = [
  ...(Object.keys(SOURCE_SERVICES) as SourceService[]),
  'intake-http',
  'pathways',
  'indicators',
  'feeds',
  'reporting',
];
