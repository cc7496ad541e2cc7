// Made by `npm run generate` from tools/perturbation-table.ts: change that and run it again, never this file.

/** A deviation of a shown count from the true one; it is that of the first step whose `below` is above the key. */
export interface PerturbationStep {
  readonly deviation: number;
  readonly below: number;
}

/** By true count from 1 on; the last stands for every greater count (contracts/perturbation-table.json). */
export const PERTURBATION_ROWS: readonly (readonly PerturbationStep[])[] = [
  [
    { deviation: -1, below: 2863311531 },
    { deviation: 2, below: 4294967296 },
  ],
  [
    { deviation: -2, below: 1431655765 },
    { deviation: 1, below: 4294967296 },
  ],
  [
    { deviation: -3, below: 341877994 },
    { deviation: 0, below: 3362291878 },
    { deviation: 1, below: 4205265849 },
    { deviation: 2, below: 4291710178 },
    { deviation: 3, below: 4294967296 },
  ],
  [
    { deviation: -1, below: 1638242604 },
    { deviation: 0, below: 3096386753 },
    { deviation: 1, below: 3924884219 },
    { deviation: 2, below: 4225388312 },
    { deviation: 3, below: 4294967296 },
  ],
  [
    { deviation: -2, below: 258885627 },
    { deviation: -1, below: 1320734856 },
    { deviation: 0, below: 3002212919 },
    { deviation: 1, below: 4030212621 },
    { deviation: 2, below: 4272855865 },
    { deviation: 3, below: 4294967296 },
  ],
  [
    { deviation: -3, below: 19362559 },
    { deviation: -2, below: 252782174 },
    { deviation: -1, below: 1292324333 },
    { deviation: 0, below: 3002642963 },
    { deviation: 1, below: 4042185122 },
    { deviation: 2, below: 4275604737 },
    { deviation: 3, below: 4294967296 },
  ],
];
