import type { components } from '../../platform/http/client/api.generated';

/** What the API answers with, by the name `contracts/openapi.json` gives it. */
export type Shapes = components['schemas'];
