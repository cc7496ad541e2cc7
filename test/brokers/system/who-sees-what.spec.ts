import { ROLES, type Role } from '../../../src/access/domain/reader';
import { addDays, danishDay } from '../../../src/kernel/day';
import { SERVICES, type ServiceName } from '../../../src/operations/services/service-names';
import {
  cellsOf,
  CPR,
  ends,
  idsOf,
  OPERATIONS,
  readerOf,
  RELATED,
  relatingEvents,
  wrongIn,
  type Cell,
} from '../../http/access-cells';
import type { OpenApi } from '../../http/open-api';
import { reading } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { settled } from './settled';
import { Sources, structured } from './sources';
import { System } from './system';

/** The services that answer more than their health. */
const ANSWERING: readonly ServiceName[] = ['intake-http', 'feeds', 'reporting'];

const persons = {
  related: reading.keyOf(CPR.related),
  unrelated: reading.keyOf(CPR.unrelated),
  withdrawn: reading.keyOf(CPR.withdrawn),
};

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

describeWithServers('the table of who sees what, asked of every service', (brokers) => {
  let system: System;
  const served = new Map<ServiceName, ReadonlySet<string>>();

  beforeAll(async () => {
    system = await System.start(brokers, { REHABSPOR_REQUESTS_PER_MINUTE: '0', REHABSPOR_ANONYMOUS_PER_MINUTE: '0' });
    await system.startAll();
    await system.explaining(async () => {
      // The services live by the day there is, and a relation lasts some months.
      const events = relatingEvents(addDays(danishDay(Date.now()), -30));
      await new Sources(system).send(events.map((event) => structured(JSON.stringify(event))));
      await settled(system);
      const patient = await system.asking('patient', { cpr: CPR.withdrawn });
      for (const organisation of RELATED) {
        const body = { organisation, may: false };
        const path = `/api/v1/persons/${persons.withdrawn}/consents`;
        expect((await answerOf('reporting', 'post', path, patient, body)).status).toBe(204);
      }
      for (const service of SERVICES) {
        const { body } = await answerOf(service, 'get', '/docs-json', {});
        served.set(service, new Set(idsOf(body as OpenApi)));
      }
    });
  });
  afterAll(() => system.end());

  async function answerOf(
    service: ServiceName,
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<Answer> {
    const response = await fetch(`${await system.running(service).url()}${path}`, {
      method: method.toUpperCase(),
      redirect: 'manual',
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, body: isJson ? JSON.parse(text) : undefined };
  }

  /** By what a role's reader is known to a service. */
  const headersOf = async (role: Role): Promise<Readonly<Record<string, string>>> => {
    const { organisation, subject } = readerOf(role, persons);
    const claims = { sub: subject, ...(organisation !== undefined && { organisation }) };
    return role === 'public' ? {} : system.asking(role, role === 'patient' ? { ...claims, cpr: CPR.related } : claims);
  };

  const asked = async (service: ServiceName, role: Role, cell: Cell): Promise<unknown> => {
    const query = new URLSearchParams(cell.query).toString();
    const path = query === '' ? cell.address : `${cell.address}?${query}`;
    const { status, body } = await answerOf(service, cell.method, path, await headersOf(role), cell.body);
    return wrongIn(cell, status, body);
  };

  test('every operation is answered by a service, and the services that take in or decide answer of their health alone', () => {
    const all = new Set([...served.values()].flatMap((ids) => [...ids]));
    expect([...all].sort()).toEqual([...OPERATIONS.keys()].sort());
    const health = served.get('pathways');
    expect(health?.size).toBeLessThan(10);
    for (const service of SERVICES.filter((name) => !ANSWERING.includes(name)))
      expect([service, served.get(service)]).toEqual([service, health]);
  });

  test.each(ANSWERING.flatMap((service) => ROLES.map((role) => [service, role] as const)))(
    '%s: %s sees of every operation it answers, own and foreign, with, without and with withdrawn relation, what the table says',
    (service, role) =>
      system.explaining(async () => {
        const cells = cellsOf(readerOf(role, persons), persons).filter((cell) =>
          served.get(service)?.has(cell.operation),
        );
        const wrong: unknown[] = [];
        for (const cell of cells.filter(ends)) wrong.push(await asked(service, role, cell));

        expect(wrong.filter((one) => one !== undefined)).toEqual([]);
        expect(cells.length).toBeGreaterThan(served.get(service)?.size ?? 0);
      }),
  );
});
