/** The groups operations are listed in, in the order a newcomer meets them. */
export const TAGS: readonly { readonly name: string; readonly description: string }[] = [
  { name: 'sources', description: 'Where sources send their events, and what was refused of them.' },
  { name: 'worklists', description: 'For whom something can still be done.' },
  { name: 'feeds', description: 'What sources deliver, what is missing, and what staff say of it.' },
  { name: 'pathways', description: 'What is held back or does not count.' },
  { name: 'persons', description: 'One person, by the person key; a CPR number never stands in an address.' },
  { name: 'looks', description: 'Who looked at persons, and what of it is unusual.' },
  { name: 'indicators', description: 'The indicators, unit by unit, down to the decisions behind a total.' },
  {
    name: 'reports',
    description: 'Reports that stay as they were: frozen, approved, published, and why two of them differ.',
  },
  { name: 'exports', description: 'The indicator table as a file.' },
  { name: 'charts', description: 'Charts as data or as SVG.' },
  { name: 'transitions', description: 'Ways between the sectors: referral, start and end.' },
  { name: 'coverage', description: 'Of how many patients any rehabilitation was reported.' },
  { name: 'definitions', description: 'Definition sets: proposed, tried on history, approved.' },
  { name: 'metadata', description: 'The definitions in words. Open to everyone, without sign-in.' },
  { name: 'subscriptions', description: 'Reports on a schedule.' },
  { name: 'sign-in', description: 'Who asks: at the issuer that is set, or as a demo user on this machine.' },
  { name: 'web', description: 'The page for people.' },
  { name: 'operation', description: 'Whether the program lives, is ready and keeps up.' },
];
