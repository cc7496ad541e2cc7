import { formatInstant } from '../../kernel/instant';
import type { ReportHead } from '../../reporting/adapters/frozen-report.answer';
import type { BookStep } from '../frozen-steps';
import { answered, serverAt } from './client';
import type { OwnedElsewhere } from '../program';

/** Takes a step in the book of frozen reports through the server. */
export function takeBookStep(owner: OwnedElsewhere, step: BookStep): Promise<ReportHead> {
  const server = serverAt(owner);
  const { by, note } = step;
  const noted = note === undefined ? { by } : { by, note };
  if (step.step === 'freeze') {
    const { period, asOf, knownAt, view } = step;
    const body = {
      period: period.name,
      ...(asOf === undefined ? undefined : { asOf }),
      ...(knownAt === undefined ? undefined : { knownAt: formatInstant(knownAt) }),
      ...(view === undefined ? undefined : { view }),
      ...noted,
    };
    return answered(server.POST('/api/v1/reports', { body }));
  }
  const params = { path: { id: step.id } };
  switch (step.step) {
    case 'approved':
      return answered(server.POST('/api/v1/reports/{id}/approve', { params, body: noted }));
    case 'published':
      return answered(server.POST('/api/v1/reports/{id}/publish', { params, body: noted }));
    case 'withdrawn':
      return answered(server.POST('/api/v1/reports/{id}/withdraw', { params, body: { by, reason: note ?? '' } }));
  }
}
