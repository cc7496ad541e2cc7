import type { Receipt } from '../../kernel/receipt';
import { OwnEvents } from '../../ports/own-events';
import type { ReceiveEvents } from './receive-events';

/** What the program states itself goes through intake like everything else: checked, answered, on the log. */
export class SendOwnEvents extends OwnEvents {
  constructor(private readonly intake: ReceiveEvents) {
    super();
  }

  override async send(value: object): Promise<Receipt> {
    const [receipt] = await this.intake.receive([{ value }], { receivedAt: 'clock' });
    if (receipt === undefined) throw new Error('Receiving one event gave no receipt.');
    return receipt;
  }
}
