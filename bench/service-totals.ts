import { SERVICES, type ServiceName } from '../src/operations/services/service-names';
import type { DistributedSystem } from './distributed-system';
import type { ServiceProcess } from './service-process';

/** Every service, ready. */
export const startServices = (system: DistributedSystem): Promise<ServiceProcess[]> =>
  Promise.all(SERVICES.map((service) => system.start(service).ready()));

type ByName = ReadonlyMap<string, number>;

/** What services have taken since they started, by their own metrics. */
export class Totals {
  constructor(
    /** Seconds computed, user and system. */
    private readonly cpu: ByName,
    private readonly sent: ByName,
    private readonly touched: ByName,
    private readonly published: ByName,
  ) {}

  get cpuSeconds(): number {
    return sumOf(this.cpu);
  }

  /** Commands sent to the database. */
  get commands(): number {
    return sumOf(this.sent);
  }

  /** Documents that commands wrote or brought. */
  get documents(): number {
    return sumOf(this.touched);
  }

  /** Bytes published to our topics. */
  get bytes(): number {
    return sumOf(this.published);
  }

  get byCommand(): object {
    return Object.fromEntries(this.sent);
  }

  bytesByTopic(told: (bytes: number) => number): object {
    return Object.fromEntries([...this.published].map(([topic, bytes]) => [topic, told(bytes)]));
  }

  shareOf(told: (seconds: number) => number): object {
    return Object.fromEntries([...this.cpu].map(([service, seconds]) => [service, told(seconds)]));
  }

  /** What was taken since an earlier moment. */
  less(before: Totals): Totals {
    return new Totals(
      difference(this.cpu, before.cpu),
      difference(this.sent, before.sent),
      difference(this.touched, before.touched),
      difference(this.published, before.published),
    );
  }
}

/** What services have taken by now, all together. */
export async function totalled(services: readonly ServiceProcess[]): Promise<Totals> {
  const told = await Promise.all(
    services.map(async (process) => ({ service: process.service, text: await process.metrics() })),
  );
  const cpu = new Map<ServiceName, number>();
  for (const { service, text } of told) {
    const seconds = sumOf(labelled([text], 'process_cpu_seconds_total'));
    cpu.set(service, (cpu.get(service) ?? 0) + seconds);
  }
  const texts = told.map(({ text }) => text);
  return new Totals(
    cpu,
    labelled(texts, 'rehabspor_database_commands_total'),
    labelled(texts, 'rehabspor_database_documents_total'),
    labelled(texts, 'rehabspor_published_bytes_total'),
  );
}

const LINE = /^(\w+)(?:\{\w+="([^"]*)"\})? (\S+)$/;

/** A metric of some processes together, by its one label. */
function labelled(texts: readonly string[], name: string): ByName {
  const sums = new Map<string, number>();
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const [, of, label = '', value] = LINE.exec(line) ?? [];
    if (of === name) sums.set(label, (sums.get(label) ?? 0) + Number(value));
  }
  return sums;
}

const sumOf = (counts: ByName): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

const difference = (after: ByName, before: ByName): ByName =>
  new Map([...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)]));
