import type { CompiledDefinitions } from '../domain/compile';

/** The definitions everything is decided under. */
export class DefinitionsInForce {
  constructor(readonly compiled: CompiledDefinitions) {}
}
