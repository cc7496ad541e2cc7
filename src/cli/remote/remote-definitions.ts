import type { DefinitionStep } from '../definition-steps';
import { answered, serverAt } from './client';
import type { OwnedElsewhere } from '../program';

/** Takes a step with a definition set through the server. */
export function takeDefinitionStep(owner: OwnedElsewhere, step: DefinitionStep): Promise<object> {
  const server = serverAt(owner);
  const { by } = step;
  if (step.step === 'propose') {
    const body = { definitions: step.text, by, ...(step.note === undefined ? undefined : { note: step.note }) };
    return answered(server.POST('/api/v1/definitions', { body }));
  }
  const [set = '', version = ''] = step.id.split('/');
  const params = { path: { set, version } };
  if (step.step === 'try') {
    return answered(server.POST('/api/v1/definitions/{set}/{version}/trials', { params, body: { by, period: 'all' } }));
  }
  const body = step.note === undefined ? { by } : { by, note: step.note };
  return step.step === 'approve'
    ? answered(server.POST('/api/v1/definitions/{set}/{version}/approve', { params, body }))
    : answered(server.POST('/api/v1/definitions/{set}/{version}/reject', { params, body }));
}
