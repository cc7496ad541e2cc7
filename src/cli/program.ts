import type { Charts } from '../charts/application/charts';
import type { CountedCases } from '../counting/domain/counted-cases';
import type { CountedVersions } from '../counting/domain/counted-versions';
import type { ReportBasis } from '../counting/domain/report-basis';
import type { DefinitionProposals } from '../definitions/application/definition-proposals';
import type { TryDefinition } from '../definitions/application/try-definition';
import type { SettleAlarm } from '../feeds/application/settle-alarm';
import type { Staging } from '../kernel/staging';
import type { ViewFeeds } from '../feeds/application/view-feeds';
import type { WatchFeeds } from '../feeds/application/watch-feeds';
import type { OrganisationNames } from '../kernel/organisation-names';
import type { Evaluation, EvaluationOptions } from '../operations/evaluation/evaluation';
import type { ShareThread } from '../operations/evaluation/spread/share-thread';
import type { TellProgress } from '../operations/rebuild/rebuild-result';
import type { StoreOperations } from '../operations/store-operations';
import type { VerificationResult } from '../operations/verification/verification-result';
import type { Settings } from '../platform/config/settings';
import type { Clock } from '../ports/clock';
import type { DeliveryBook } from '../ports/delivery-book';
import type { ExplainMovement } from '../reporting/application/explain-movement';
import type { FrozenReports } from '../reporting/application/frozen-reports';
import type { ReportsByDefinition } from '../reporting/application/reports-by-definition';
import type { ProduceSubscriptions } from '../subscriptions/application/produce-subscriptions';
import type { TakeSubscriptions } from '../subscriptions/application/take-subscriptions';
import type { CoverageReports } from '../transitions/application/coverage-reports';
import type { TransitionReports } from '../transitions/application/transition-reports';

/** What commands ask of the program, whichever store it stands on. */
export interface UseCases {
  readonly clock: Clock;
  readonly basis: ReportBasis;
  readonly names: OrganisationNames;
  readonly counted: CountedCases;
  readonly versions: CountedVersions;
  readonly charts: Charts;
  readonly transitions: TransitionReports;
  readonly coverage: CoverageReports;
  readonly reportsByDefinition: ReportsByDefinition;
  readonly frozen: FrozenReports;
  readonly movement: ExplainMovement;
  readonly proposals: DefinitionProposals;
  readonly trials: TryDefinition;
  readonly watch: WatchFeeds;
  readonly settling: SettleAlarm;
  readonly feedsView: ViewFeeds;
  readonly subscriptions: { readonly taking: TakeSubscriptions; readonly producing: ProduceSubscriptions };
}

/** The program over a store that this process has opened. */
export interface Opened extends UseCases {
  readonly operations: StoreOperations;
  close(): Promise<void>;
}

/** A store that a running server has; it does there what it is asked over HTTP. */
export interface OwnedElsewhere {
  readonly address: string;
  /** What lets one ask it for everything: whoever reads the store's folder may. */
  readonly token: string;
}

/**
 * What a store is opened for in writing:
 * `write`: the books beside the decisions, which stay as they are; `propose`: the same, and where there is no store one
 * is begun; `change`: what decisions stand on; `rebuild`: everything, so no server may have it.
 */
export type WritingPurpose = 'write' | 'propose' | 'change' | 'rebuild';

/** The program as commands get at it. */
export interface Program {
  /** Opens places in a folder of working files in which rows of a delivery are put aside. */
  stagingIn: (workFolder: string) => Promise<() => Staging>;
  /** What deliveries in the sources' own formats said so far; refused while another one is being read. */
  deliveryBook: (settings: Settings) => Promise<DeliveryBook>;
  /** Opens what the settings name beside whoever writes there; rejects when there is nothing. */
  open(settings: Settings, purpose: 'read' | 'rebuild'): Promise<Opened>;
  open(settings: Settings, purpose: WritingPurpose): Promise<Opened | OwnedElsewhere>;

  /** The program over nothing but memory, for one evaluation. */
  evaluation(settings: Settings, options: EvaluationOptions): Promise<Evaluation>;

  /** So many threads that work on shares of one evaluation. */
  evaluationThreads(settings: Settings, options: EvaluationOptions, count: number): Promise<readonly ShareThread[]>;

  /** Whether the store is what was written and what its log says, damaged as it may be; rejects when there is none. */
  verify(settings: Settings, tell: TellProgress): Promise<VerificationResult>;

  /** Copies the embedded store into a new file while whoever has it runs on; resolves with its bytes. */
  backUp(settings: Settings, file: string): Promise<number>;

  /** Makes the embedded store from such a file where there is none; resolves with its bytes. */
  restore(settings: Settings, file: string): Promise<number>;

  /** Runs everything in one process until it is stopped. */
  start(settings: Settings): Promise<void>;

  /** Runs one service until it is stopped. */
  serve(settings: Settings, service: string): Promise<void>;

  readonly services: readonly string[];
}
