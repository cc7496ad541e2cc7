import { holdsCpr } from '../../kernel/cpr-text';
import type { Day } from '../../kernel/day';
import { DECISION_CAUSES } from '../../kernel/decision-change';
import { NO_CPR_HERE } from '../../kernel/human-words';
import { listedOrganisation, type OrganisationList } from '../../kernel/organisation-list';
import { identifierOf, schemeOf, type Organisation } from '../../kernel/organisation';
import { everyUnit, levelOfUnit } from '../../kernel/unit';
import type { DecisionFeed } from '../../ports/decision-feed';
import type { Sealing } from '../../ports/sealing';
import { CONTENT_MODES, type Webhook, type WebhookBook, type WebhookOrder } from '../../ports/webhook-book';
import { addressFault } from '../domain/address';
import { SECRET_BYTES, shownSecret } from '../domain/signature';
import { webhookId } from '../domain/webhook-id';
import type { WhomItMaySee } from './whom-it-may-see';

/** So often a step is tried again that a delivery came before. */
const MOST_TRIES = 100;
const LONGEST_NAME = 100;
const LONGEST_URL = 2_000;

/** An order that cannot be taken: what is wrong with which of its fields, and what to do. */
export class WebhookRefused extends Error {
  constructor(readonly faults: readonly { readonly path: string; readonly remedy: string }[]) {
    super(faults.map(({ path, remedy }) => `${path} ${remedy}`).join('; '));
  }
}

/** From where a webhook is sent: `now`, everything there ever was (`start`), or what was decided as of a day or later. */
export type SentFrom = 'now' | 'start' | { readonly day: Day };

interface Needs {
  readonly book: WebhookBook;
  readonly feed: DecisionFeed;
  readonly seal: Sealing;
  readonly visible: WhomItMaySee;
  readonly known: { readonly organisations: OrganisationList; readonly indicators: readonly string[] };
  readonly allowedHosts: readonly string[];
  readonly randomBytes: (size: number) => Buffer;
}

/** Takes orders for webhooks, lists and ends them, and lets them go on. */
export class TakeWebhooks {
  constructor(private readonly needs: Needs) {}

  /** Takes an order; the secret is told here and never again. Throws `WebhookRefused`, also where it was taken before. */
  async take(order: WebhookOrder, from: SentFrom): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
    const faults = this.faultsIn(order);
    if (faults.length > 0) throw new WebhookRefused(faults);
    const secret = this.needs.randomBytes(SECRET_BYTES);
    const id = webhookId(order);
    const sealedSecret = this.needs.seal.seal(secret).toString('base64');
    const webhook: Webhook = { ...order, id, sealedSecret, progress: { revision: 0, ...(await this.startOf(from)) } };
    if (await this.needs.book.add(webhook)) return { webhook, secret: shownSecret(secret) };
    throw new WebhookRefused([{ path: 'url', remedy: `is sent the same already by ${id}: remove that one first` }]);
  }

  list(): Promise<readonly Webhook[]> {
    return this.needs.book.all();
  }

  /** False when there is none of that id. */
  end(id: string): Promise<boolean> {
    return this.needs.book.remove(id);
  }

  /** Lets one on hold, or one that waits after a failure, go on from where it stood; undefined when there is none. */
  resume(id: string): Promise<Webhook | undefined> {
    return this.change(id, ({ place, fromDay }) => ({
      ...(place === undefined ? undefined : { place }),
      ...(fromDay === undefined ? undefined : { fromDay }),
    }));
  }

  /** Sends again from somewhere on, whatever stood in the way; undefined when there is none. */
  async sendAgain(id: string, from: SentFrom): Promise<Webhook | undefined> {
    const start = await this.startOf(from);
    return this.change(id, () => start);
  }

  private async startOf(from: SentFrom): Promise<Pick<Webhook['progress'], 'place' | 'fromDay'>> {
    if (from !== 'now') return from === 'start' ? {} : { fromDay: from.day };
    const reader = await this.needs.feed.fromNow();
    const next = reader.next();
    await reader.close();
    return next.every((offset) => offset === 0) ? {} : { place: this.needs.feed.placeOf(next) };
  }

  private async change(
    id: string,
    to: (progress: Webhook['progress']) => Omit<Webhook['progress'], 'revision'>,
  ): Promise<Webhook | undefined> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const webhook = await this.needs.book.find(id);
      if (webhook === undefined) return undefined;
      const progress = { ...to(webhook.progress), revision: webhook.progress.revision + 1 };
      if (await this.needs.book.advance(id, progress)) return { ...webhook, progress };
    }
    throw new Error('Deliveries come before all the time.');
  }

  private faultsIn({ name, organisation, url, mode, indicators, unit, causes }: WebhookOrder) {
    const { known, allowedHosts } = this.needs;
    const listed = (options: readonly string[]): string => `must be one of ${options.join(', ')}`;
    const faults = [
      ['name', textFault(name, LONGEST_NAME)],
      ['organisation', this.organisationFault(organisation)],
      ['url', textFault(url, LONGEST_URL) ?? addressFault(url, allowedHosts)],
      ['mode', CONTENT_MODES.includes(mode) ? undefined : listed(CONTENT_MODES)],
      ['indicators', isSome(indicators, known.indicators) ? undefined : listed(known.indicators)],
      ['unit', unit === undefined ? undefined : unitFault(unit, known.organisations)],
      ['causes', isSome(causes, DECISION_CAUSES) ? undefined : listed(DECISION_CAUSES)],
    ] as const;
    return faults.flatMap(([path, remedy]) => (remedy === undefined ? [] : [{ path, remedy }]));
  }

  /** Municipalities are listed; the others are known by the form of their name, as where they report. */
  private organisationFault(organisation: Organisation): string | undefined {
    if (holdsCpr(organisation)) return NO_CPR_HERE;
    const form = FORMS[schemeOf(organisation) ?? ''];
    if (form?.test(identifierOf(organisation)) !== true || !this.needs.visible.isOfThoseWhoSee(organisation)) {
      return 'must be hospital:<SOR>, municipality:<code>, general-practice:<ydernummer> or registry:<name>';
    }
    const isMissing =
      schemeOf(organisation) === 'municipality' &&
      listedOrganisation(this.needs.known.organisations, organisation) === undefined;
    return isMissing ? 'must be a municipality there is' : undefined;
  }
}

/** How organisations are named that can be told of persons, by scheme. */
const FORMS: Readonly<Record<string, RegExp>> = {
  hospital: /^\d{11,20}$/,
  municipality: /^\d{4}$/,
  'general-practice': /^\d{6}$/,
  registry: /^[a-z0-9-]{1,64}$/,
};

function textFault(text: string, longest: number): string | undefined {
  if (text.trim() === '' || text.length > longest) return `must have from 1 to ${longest} characters`;
  return holdsCpr(text) ? NO_CPR_HERE : undefined;
}

/** Absent is every one. */
const isSome = (given: readonly string[] | undefined, known: readonly string[]): boolean =>
  given === undefined || (given.length > 0 && given.every((one) => known.includes(one)));

function unitFault(unit: string, organisations: OrganisationList): string | undefined {
  const level = levelOfUnit(unit);
  const isListed = level !== undefined && level !== 'denmark' && everyUnit(level, organisations).includes(unit);
  return isListed ? undefined : 'must be a hospital:<SOR>, municipality:<code> or region:<code> there is';
}
