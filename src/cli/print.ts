import { TextOutput } from '../platform/ndjson/text-output';

/** Writes text to standard output and waits until it is gone. */
export async function print(text: string): Promise<void> {
  const output = new TextOutput(process.stdout, 'standard output');
  output.write(text);
  await output.end();
}
