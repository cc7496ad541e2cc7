import type { DefinitionStep } from '../definition-steps';
import { UsageError } from '../usage-error';

/** Takes a step with a definition set through the server. */
export async function takeDefinitionStep(address: string, step: DefinitionStep): Promise<object> {
  const { path, body } = requestOf(step);
  const response = await fetch(`${address}/api/v1/definitions${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as object;
  if (response.ok) return answer;
  const { detail, errors = [] } = answer as { detail: string; errors?: { path: string; remedy: string }[] };
  const lines = [detail, ...errors.map((fault) => `  ${fault.path}: ${fault.remedy}`)];
  throw response.status < 500 ? new UsageError(lines.join('\n')) : new Error(detail);
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
