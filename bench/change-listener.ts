import type { DecisionChanged } from '../src/kernel/decision-change';
import { nameOf } from './cited-events';

/** Listens to changed decisions as any client does: server-sent events over HTTP. */
export class ChangeListener {
  /** When a change that cites an event was first told, by the event's name. */
  readonly citedAt = new Map<string, bigint>();
  private readonly ending = new AbortController();
  private reading: Promise<void> | undefined;

  /** Resolves once it listens. */
  async listen(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const response = await fetch(`${url}/api/v1/changes`, { headers, signal: this.ending.signal });
    const { body } = response;
    if (!response.ok || body === null) throw new Error(`There are no changes to listen to: ${response.status}`);
    this.reading = this.read(body).catch((error: unknown) => {
      if (!this.ending.signal.aborted) throw error;
    });
  }

  async end(): Promise<void> {
    this.ending.abort();
    await this.reading;
  }

  private async read(body: AsyncIterable<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
      const now = process.hrtime.bigint();
      text += decoder.decode(chunk, { stream: true });
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines)
        if (line.startsWith('data: ')) this.note(JSON.parse(line.slice(6)) as DecisionChanged, now);
    }
  }

  private note({ decisions }: DecisionChanged, now: bigint): void {
    for (const { decisive, also } of decisions) {
      for (const { source, event } of [...decisive, ...also]) {
        const name = nameOf({ source, id: event });
        if (!this.citedAt.has(name)) this.citedAt.set(name, now);
      }
    }
  }
}
