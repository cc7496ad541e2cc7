import type { DefinitionStep } from '../definition-steps';
import { ask, type Refusal } from './ask';

/** Takes a step with a definition set through the server. */
export async function takeDefinitionStep(address: string, step: DefinitionStep): Promise<object> {
  const { path, body } = requestOf(step);
  const tell = ({ detail, errors = [] }: Refusal): string =>
    [detail, ...errors.map((fault) => `  ${fault.path}: ${fault.remedy}`)].join('\n');
  return (await ask(address, { method: 'POST', path: `/definitions${path}`, body, tell })) as object;
}

function requestOf(step: DefinitionStep): { path: string; body: object } {
  if (step.step === 'propose') {
    const { text, by, note } = step;
    return { path: '', body: { definitions: text, by, note } };
  }
  const [set = '', version = ''] = step.id.split('/');
  const resource = `/${encodeURIComponent(set)}/${encodeURIComponent(version)}`;
  if (step.step === 'try') return { path: `${resource}/trials`, body: { by: step.by } };
  return { path: `${resource}/${step.step}`, body: { by: step.by, note: step.note } };
}
