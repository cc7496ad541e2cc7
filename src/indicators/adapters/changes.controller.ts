import { Controller, Get, Headers, OnModuleDestroy, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Response } from 'express';
import { exhaustMap, timer, type Subscription } from 'rxjs';
import { DecisionFeed } from '../../ports/decision-feed';
import { ChangeBroadcast } from './change-broadcast';
import { ChangeListener } from './change-listener';

const LOOK_EVERY_MS = 100;
const HEARTBEAT_EVERY_MS = 15_000;
const RECONNECT_AFTER_MS = 2_000;

@ApiTags('indicators')
@Controller('changes')
export class ChangesController implements OnModuleDestroy {
  private readonly broadcast: ChangeBroadcast;
  private readonly open = new Set<Response>();
  /** Looks for changes and keeps connections alive while anybody listens. */
  private ticking: Subscription | undefined;

  constructor(private readonly feed: DecisionFeed) {
    this.broadcast = new ChangeBroadcast(feed);
  }

  async onModuleDestroy(): Promise<void> {
    this.ticking?.unsubscribe();
    for (const response of this.open) response.end();
    await this.broadcast.close();
  }

  @Get()
  @ApiOperation({
    operationId: 'followChanges',
    summary: 'Changed decisions as server-sent events, from now on or after Last-Event-ID.',
  })
  @Answers({ 'text/event-stream': 'DecisionChangeStream' })
  @ApiHeader({ name: 'last-event-id', required: false, description: 'The last event that was handled.' })
  async changes(@Res() response: Response, @Headers('last-event-id') lastEventId?: string): Promise<void> {
    const missed = lastEventId === undefined ? undefined : await this.feed.after(lastEventId);
    const listener = new ChangeListener(this.feed, response, missed?.next() ?? (await this.broadcast.now()));
    response.status(200).set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(`retry: ${RECONNECT_AFTER_MS}\n\n`);
    this.open.add(response);
    response.once('close', () => {
      this.broadcast.leave(listener);
      this.open.delete(response);
      if (this.open.size === 0) this.rest();
    });
    this.tick();
    await listener.follow(missed, this.broadcast).catch(() => response.destroy());
  }

  private tick(): void {
    this.ticking ??= timer(0, LOOK_EVERY_MS)
      .pipe(exhaustMap((look) => this.look(look)))
      .subscribe({ error: () => this.giveUp() });
  }

  private async look(times: number): Promise<void> {
    await this.broadcast.look();
    if (times % (HEARTBEAT_EVERY_MS / LOOK_EVERY_MS) !== 0) return;
    for (const response of this.open) response.write(': still here\n\n');
  }

  /** The feed cannot be read: whoever listens comes back to where it was. */
  private giveUp(): void {
    for (const response of this.open) response.destroy();
    this.rest();
  }

  private rest(): void {
    this.ticking?.unsubscribe();
    this.ticking = undefined;
    void this.broadcast.close();
  }
}
