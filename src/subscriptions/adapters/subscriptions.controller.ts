import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers, AnswersNothing } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { ProduceSubscriptions } from '../application/produce-subscriptions';
import { OrderRefused, TakeSubscriptions } from '../application/take-subscriptions';
import {
  producedAnswer,
  subscriptionAnswer,
  type ProducedAnswer,
  type SubscriptionAnswer,
} from './subscription.answer';
import { orderOf, SubscriptionBody } from './subscription.body';

@ApiTags('subscriptions')
@Controller('subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly taking: TakeSubscriptions,
    private readonly producing: ProduceSubscriptions,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listSubscriptions',
    summary: 'Every subscription: when it is due next, and what stands in the way if it failed.',
  })
  @Answers('SubscriptionList')
  async list(): Promise<{ subscriptions: SubscriptionAnswer[] }> {
    return { subscriptions: (await this.taking.list()).map(subscriptionAnswer) };
  }

  @Post()
  @ApiOperation({
    operationId: 'subscribe',
    summary: 'Orders a unit’s report on a schedule, to a folder or by mail; the same order again changes nothing.',
  })
  @Answers('Subscription', { status: 201 })
  @ApiBody({ type: SubscriptionBody })
  @ApiResponse({ status: 400, description: 'Something of the order cannot be used; `errors` says what there is.' })
  async take(@Body() body: SubscriptionBody): Promise<SubscriptionAnswer> {
    try {
      return subscriptionAnswer(await this.taking.take(orderOf(body)));
    } catch (error) {
      if (!(error instanceof OrderRefused)) throw error;
      throw new Problem(400, 'This order cannot be taken; `errors` says which fields and why.', {
        kind: 'invalid-fields',
        errors: error.faults,
      });
    }
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSubscription', summary: 'Ends a subscription.' })
  @AnswersNothing(204, 'It is ended.')
  @ApiResponse({ status: 404, description: 'There is no such subscription.' })
  async end(@Param('id') id: string): Promise<void> {
    if (!(await this.taking.end(id))) throw noSuchSubscription();
  }

  @Post(':id/produce')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'produceSubscription',
    summary: 'Produces a subscription’s report now and hands it over; its schedule goes on as it was.',
  })
  @Answers('ProducedReport')
  @ApiResponse({ status: 404, description: 'There is no such subscription.' })
  @ApiResponse({ status: 502, description: 'The report could not be handed over; the answer says why.' })
  async produce(@Param('id') id: string): Promise<ProducedAnswer> {
    const subscription = await this.taking.find(id);
    if (subscription === undefined) throw noSuchSubscription();
    const parcel = await this.producing.produceNow(subscription);
    if ('failure' in parcel) throw new Problem(502, `The report could not be handed over. ${parcel.failure}`);
    return producedAnswer(parcel);
  }
}

const noSuchSubscription = (): Problem =>
  new Problem(404, 'There is no such subscription; GET /api/v1/subscriptions lists them.');
