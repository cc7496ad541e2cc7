import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TracedAnswer, TracedOrder } from './traced-process';

const ROOT = join(__dirname, '..', '..');
/** Lets plain Node load our TypeScript. */
const TYPESCRIPT = `require.extensions['.ts'] = (module, file) => module._compile(
  require('@swc/core').transformFileSync(file, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  }).code, file);`;
const PROGRAM = `${TYPESCRIPT} require(${JSON.stringify(join(__dirname, 'traced-process.ts'))});`;

/**
 * Carries out an order in a process of its own, as a service would: inside jest the exporter cannot send, for it
 * imports Node's http in a way jest does not know (open-telemetry/opentelemetry-js#6035).
 */
export async function runTraced(order: TracedOrder): Promise<TracedAnswer> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', PROGRAM, '--', JSON.stringify(order)], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] },
    timeout: 120_000,
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as TracedAnswer;
}
