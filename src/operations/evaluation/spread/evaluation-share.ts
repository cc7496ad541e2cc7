import type { ClinicalEvent, PersonKey } from '../../../kernel/clinical-event';
import { packLogged, unpackLogged, type LoggedEvent } from '../../../platform/event-codec';
import type { IntakeLedger } from '../../../ports/intake-ledger';
import type { Receipt } from '../../../kernel/receipt';
import { ReceiptCounts } from '../../moving/receipt-counts';
import type { Evaluation } from '../evaluation';
import { LineBytes } from '../line-bytes';
import { writtenPersons, type WrittenPerson } from '../written-person';
import { readClaims, writeClaims } from './claimed-lines';
import type { Asked, HandedOver, SharedLines, Told } from './messages';
import { ShareLedger } from './share-ledger';
import { arrivalsOf } from './share-of';

/** Persons whose decisions travel together. */
const PERSONS_A_PAGE = 256;
/** A page is full with so much, too; the last person's lines usually have room beyond. */
const BYTES_A_PAGE = 1 << 20;
const ROOM = 1 << 16;

/** One thread's share of an evaluation: answers what the thread that spreads it asks. */
export class EvaluationShare {
  private readonly ledger = new ShareLedger((names, places) => this.tell({ tell: 'claims', names, places }));
  private readonly evaluation: Evaluation;
  private readonly counts = new ReceiptCounts();
  private decisions: AsyncGenerator<WrittenPerson> | undefined;

  constructor(
    make: (ledger: IntakeLedger) => Evaluation,
    private readonly tell: (told: Told) => void,
  ) {
    this.evaluation = make(this.ledger);
  }

  async answer(asked: Asked): Promise<void> {
    switch (asked.ask) {
      case 'take':
        return this.take(asked.lines);
      case 'settle':
        return this.ledger.settle(asked.settled);
      case 'entries':
        return this.tell({ tell: 'entries', entries: writeClaims(this.ledger.entriesAt(asked.at)) });
      case 'known':
        return this.tell({ tell: 'known', known: this.ledger.known(readClaims(asked.entries)) });
      case 'gather':
        return this.gather();
      case 'hand-over':
        return this.tell({ tell: 'handed-over', what: await this.handOver(asked.persons) });
      case 'decide':
        return this.decide(asked);
      case 'next':
        return this.next();
    }
  }

  private async take(lines: SharedLines): Promise<void> {
    const arrivals = arrivalsOf(lines);
    const receipts = await this.evaluation.receive(arrivals.map(({ incoming }) => incoming));
    const refused: [number, Receipt][] = [];
    receipts.forEach((receipt, index) => {
      if (receipt === undefined) return;
      this.counts.add(receipt);
      if (receipt.status !== 'accepted') refused.push([arrivals[index]?.at ?? 0, receipt]);
    });
    this.tell({ tell: 'taken', refused });
  }

  private gather(): void {
    const { gathered } = this.evaluation;
    const persons = [...gathered.persons()].join('\n');
    const { byStatus, rejectedBy, notedBy } = this.counts;
    const counts = { ...byStatus, rejectedBy, notedBy };
    this.tell({ tell: 'gathered', counts, persons, relations: gathered.relations, feeds: packed(gathered.feeds) });
  }

  private async handOver(persons: readonly PersonKey[]): Promise<HandedOver> {
    const numbers = [...(await this.evaluation.vault.numbersOf(persons))];
    return { events: packed(this.evaluation.gathered.takeOut(persons)), numbers };
  }

  private async decide({ received, relations, feeds }: Extract<Asked, { ask: 'decide' }>): Promise<void> {
    const { gathered, vault } = this.evaluation;
    for (const { events, numbers } of received) {
      await vault.put(numbers.map(([person, digits]) => ({ person, digits })));
      for (const event of unpacked(events)) gathered.add(event);
    }
    gathered.relations = [...relations];
    gathered.feeds.splice(0);
    for (const event of unpacked(feeds)) gathered.add(event);
    this.decisions = writtenPersons(this.evaluation);
    await this.next();
  }

  private async next(): Promise<void> {
    const orders: string[] = [];
    const ends: number[] = [];
    const decisions: number[] = [];
    const lines = new LineBytes(BYTES_A_PAGE + ROOM);
    while (orders.length < PERSONS_A_PAGE && lines.length < BYTES_A_PAGE) {
      const next = await this.decisions?.next();
      if (next === undefined || next.done === true) break;
      lines.addText(next.value.text);
      orders.push(next.value.order);
      ends.push(lines.length);
      decisions.push(next.value.decisions);
    }
    if (orders.length > 0) this.tell({ tell: 'page', orders, ends, decisions, bytes: lines.take() });
    else this.tell({ tell: 'decided', setAside: this.evaluation.setAside });
  }
}

const packed = (events: readonly ClinicalEvent[]): string => JSON.stringify(events.map(packLogged));
const unpacked = (text: string): ClinicalEvent[] => (JSON.parse(text) as LoggedEvent[]).map(unpackLogged);
