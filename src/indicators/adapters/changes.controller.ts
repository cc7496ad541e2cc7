import { Controller, Get, Headers, OnModuleDestroy, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Response } from 'express';
import { exhaustMap, finalize, fromEvent, Subject, takeUntil, timer } from 'rxjs';
import { DecisionFeed, type DecisionReader } from '../../ports/decision-feed';

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
  @ApiOperation({
    operationId: 'followChanges',
    summary: 'Changed decisions as server-sent events, from now on or after Last-Event-ID.',
  })
  @Answers({ 'text/event-stream': 'DecisionChangeStream' })
  @ApiHeader({ name: 'last-event-id', required: false, description: 'The last event that was handled.' })
  async changes(@Res() response: Response, @Headers('last-event-id') lastEventId?: string): Promise<void> {
    const known = lastEventId === undefined ? undefined : await this.feed.after(lastEventId);
    const reading = known ?? (await this.feed.fromNow());
    const sender = new ChangeSender(reading, response);
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
        exhaustMap(() => sender.sendNew()),
        finalize(() => void reading.close()),
      )
      .subscribe({ complete: () => response.end(), error: () => response.destroy() });
  }
}

/** Sends one listener what is new, no faster than it reads. */
class ChangeSender {
  private lastSentAt = Date.now();

  constructor(
    private readonly reading: DecisionReader,
    private readonly response: Response,
  ) {}

  async sendNew(): Promise<void> {
    while (!this.response.destroyed) {
      const changes = await this.reading.read(MESSAGES_AT_A_TIME);
      if (changes.length === 0) break;
      await this.send(
        changes
          .map(({ place, change }) => `id: ${place}\nevent: decision\ndata: ${JSON.stringify(change)}\n\n`)
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
