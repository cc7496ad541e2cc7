import { noEffectYet } from '../../intake/domain/notes';
import type { Note } from '../../intake/domain/note';
import { unusual } from '../../intake/domain/unusual';
import type { ClinicalEvent, ClinicalEventOf } from '../../kernel/clinical-event';
import { comparableCode, hasPrefix } from '../../kernel/codes';
import type { PopulationDefinition } from '../../kernel/definition';
import { registrationOf } from '../../kernel/registration';
import { NOTE_WORDS } from '../../kernel/words/receipts';
import { DiagnosisLinks } from './links';
import { eventsInForce, type GreatestElsewhere } from './registrations';
import { serviceOf } from './services';

/** Everything known of one person, and what events of the person are told in the light of it. */
export class KnownPerson {
  private readonly links: DiagnosisLinks;
  private readonly starts: readonly ClinicalEventOf<'municipality.start'>[];
  private readonly timesByRegistration = new Map<string, number>();

  constructor(
    events: readonly ClinicalEvent[],
    private readonly population: PopulationDefinition,
    elsewhere?: GreatestElsewhere,
  ) {
    const inForce = eventsInForce(events, elsewhere);
    this.links = new DiagnosisLinks(
      inForce.filter((event) => event.kind === 'hospital.contact'),
      inForce.filter((event) => event.kind === 'hospital.diagnosis'),
      population,
    );
    this.starts = inForce.filter((event) => event.kind === 'municipality.start');
    for (const event of events) {
      const registration = registrationOf(event);
      this.timesByRegistration.set(registration, (this.timesByRegistration.get(registration) ?? 0) + 1);
    }
  }

  /** What an event that the person is known by is told: that it has no effect yet, or does not fit what else is known. */
  notesOn(event: ClinicalEvent): readonly Note[] {
    if (event.status === 'retracted') {
      const isAlone = event.sharedWith === undefined && (this.timesByRegistration.get(registrationOf(event)) ?? 0) < 2;
      return isAlone ? [noEffectYet('data.recordId', NOTE_WORDS.nothingToRetract)] : [];
    }
    if (event.kind === 'hospital.procedure') return this.notesOnProcedure(event);
    return event.kind === 'municipality.end' ? this.notesOnEnd(event) : [];
  }

  private notesOnProcedure(event: ClinicalEventOf<'hospital.procedure'>): readonly Note[] {
    const { code, contactId, courseId } = event.data;
    if (contactId === undefined && courseId === undefined) return []; // Told without looking.
    const { pci, cabg } = this.population.procedures;
    if (serviceOf(code, this.population) === undefined && !hasPrefix(comparableCode(code), [...pci, ...cabg]))
      return [];
    switch (this.links.hindranceOf(event)) {
      case 'MISSING_DIAGNOSIS':
        return [noEffectYet('data.code', NOTE_WORDS.unlinked)];
      case 'OBS_DIAGNOSIS_ONLY':
        return [noEffectYet('data.code', NOTE_WORDS.observationOnly)];
      case 'OTHER_DIAGNOSIS_ONLY':
        return [noEffectYet('data.code', NOTE_WORDS.otherOnly)];
      default:
        return [];
    }
  }

  private notesOnEnd({ source, data }: ClinicalEventOf<'municipality.end'>): readonly Note[] {
    const starts = this.starts.filter((start) => start.source === source && start.data.courseId === data.courseId);
    if (starts.length === 0) return [unusual('data.courseId', NOTE_WORDS.endWithoutStart)];
    const notes: Note[] = [];
    if (starts.every((start) => start.data.startedOn > data.endedOn)) {
      notes.push(unusual('data.endedOn', NOTE_WORDS.endBeforeStart));
    }
    const { attendedSessions: attended, plannedSessions: planned } = data;
    const isMore = (start: (typeof starts)[number]): boolean =>
      (attended ?? 0) > (start.data.plannedSessions ?? Infinity);
    if (planned === undefined && starts.some(isMore)) {
      notes.push(unusual('data.attendedSessions', NOTE_WORDS.moreAttended));
    }
    return notes;
  }
}
