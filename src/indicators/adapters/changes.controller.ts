import { Controller, Get, Headers, OnModuleDestroy, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { exhaustMap, fromEvent, Subject, takeUntil, timer } from 'rxjs';
import { DecisionFeed } from '../../ports/decision-feed';

const LOOK_EVERY_MS = 100;
const HEARTBEAT_EVERY_MS = 15_000;
const MESSAGES_AT_A_TIME = 100;
const RECONNECT_AFTER_MS = 2_000;

@ApiTags('indicators')
@Controller('changes')
export class ChangesController implements OnModuleDestroy {
  private readonly stopping = new Subject<void>();

  constructor(private readonly feed: DecisionFeed) {}

  onModuleDestroy(): void {
    this.stopping.next();
  }

  @Get()
  @ApiOperation({ summary: 'Changed decisions as server-sent events, from now on or after Last-Event-ID.' })
  @ApiHeader({ name: 'last-event-id', required: false, description: 'The last event that was handled.' })
  @ApiProduces('text/event-stream')
  changes(@Res() response: Response, @Headers('last-event-id') lastEventId?: string): void {
    const reader = new ChangeReader(this.feed, response, nextAfter(lastEventId) ?? this.feed.end());
    response.status(200).set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(`retry: ${RECONNECT_AFTER_MS}\n\n`);
    timer(0, LOOK_EVERY_MS)
      .pipe(
        takeUntil(this.stopping),
        takeUntil(fromEvent(response, 'close')),
        exhaustMap(() => reader.sendNew()),
      )
      .subscribe({ complete: () => response.end(), error: () => response.destroy() });
  }
}

function nextAfter(lastEventId: string | undefined): number | undefined {
  return lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) + 1 : undefined;
}

/** Sends one listener what is new, no faster than it reads. */
class ChangeReader {
  private lastSentAt = Date.now();

  constructor(
    private readonly feed: DecisionFeed,
    private readonly response: Response,
    private next: number,
  ) {}

  async sendNew(): Promise<void> {
    this.next = Math.min(this.next, this.feed.end());
    while (this.next < this.feed.end() && !this.response.destroyed) {
      const messages = await this.feed.read(this.next, MESSAGES_AT_A_TIME);
      const last = messages.at(-1);
      if (last === undefined) break;
      this.next = last.offset + 1;
      await this.send(
        messages
          .map(({ offset, value }) => `id: ${offset}\nevent: decision\ndata: ${JSON.stringify(value)}\n\n`)
          .join(''),
      );
    }
    if (Date.now() - this.lastSentAt >= HEARTBEAT_EVERY_MS) await this.send(': still here\n\n');
  }

  private async send(text: string): Promise<void> {
    this.lastSentAt = Date.now();
    if (this.response.write(text)) return;
    await new Promise<void>((resolve) => {
      this.response.once('drain', resolve);
      this.response.once('close', resolve);
    });
  }
}
