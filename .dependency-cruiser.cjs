/**
 * The rooms and the arrows between them (docs/architecture.md, "Rooms"). Data flows from left to right, so a room may
 * know what lies to its left, never what lies to its right. Each rule is a sentence.
 */
const PIPELINE = ['access', 'formats', 'intake', 'feeds', 'pathways', 'indicators'];
const NUMBERS = ['counting', 'disclosure', 'reporting', 'charts', 'transitions', 'definitions'];
/** What people and operators work with: they call the use cases of the rooms, where those only speak of their domains. */
const OUTSIDE = ['sources', 'subscriptions', 'notifications', 'web', 'cli', 'operations'];
const ROOMS = [...PIPELINE, ...NUMBERS];

const leftOf = (room) => ROOMS.slice(0, ROOMS.indexOf(room));
const domainsOf = (rooms) => (rooms.length === 0 ? [] : [`^src/(${rooms.join('|')})/domain/`]);
const USE_CASES = `^src/(${ROOMS.join('|')})/(domain|application)/`;
/** Where a room's writers of a format lie. */
const WRITERS = `^src/(${ROOMS.join('|')})/adapters/((text|csv|fhir|svg|xlsx)/|[a-z-]+(\\.answer)?\\.ts$)`;

const roomRules = ROOMS.flatMap((room) => {
  const left = domainsOf(leftOf(room));
  const leftText = leftOf(room).join(', ') || 'no room';
  return [
    {
      name: `${room}-domain-is-pure`,
      comment: `The domain of ${room} imports the kernel, itself and the domains of ${leftText}; nothing else but hashes and the types of standards.`,
      severity: 'error',
      from: { path: `^src/${room}/domain/` },
      to: {
        pathNot: [
          ...['^src/kernel/', `^src/${room}/domain/`, ...left],
          ...['^(node:)?crypto$', '^node_modules/jstat/', '^node_modules/@types/fhir/'],
        ],
      },
    },
    {
      name: `${room}-application-knows-domains-and-ports`,
      comment: `Use cases of ${room} import their own room, ports and the domains of ${leftText}; never an adapter or the platform.`,
      severity: 'error',
      from: { path: `^src/${room}/application/` },
      to: {
        pathNot: [
          '^src/(kernel|ports)/',
          `^src/${room}/(domain|application)/`,
          ...left,
          '^(node:)?crypto$',
          '^node_modules/lru-cache/',
        ],
      },
    },
    {
      name: `${room}-adapters-know-only-domains-of-others`,
      comment: `Adapters of ${room} import their own room, the platform and the domains of ${leftText}.`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: ['^src/(kernel|ports|platform)/', `^src/${room}/`, ...left] },
    },
  ];
});

module.exports = {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment:
        'The kernel is the published language: plain types and small functions that import nothing else but hashes.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: ['^src/kernel/', '^(node:)?crypto$'] },
    },
    {
      name: 'ports-import-kernel-only',
      comment: 'A port is said in the kernel’s words.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: '^src/(kernel|ports)/' },
    },
    {
      name: 'platform-imports-no-room',
      comment: 'The platform is the outside itself: it knows the kernel’s words and the ports it fulfils, no room.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(kernel|ports|platform)/' },
    },
    ...roomRules,
    {
      name: 'people-rooms-call-use-cases-and-writers',
      comment:
        'Pages, commands, subscriptions, notifications and operations call the rooms’ use cases and writers of a format; commands also ' +
        'those of subscriptions, notifications, operations and the synthetic population. None calls a controller.',
      severity: 'error',
      from: { path: `^src/(${OUTSIDE.join('|')})/` },
      to: {
        path: '^src/',
        pathNot: [
          '^src/(kernel|ports|platform)/',
          '^src/$1/',
          USE_CASES,
          WRITERS,
          '^src/(subscriptions|notifications|operations|synthetic)/',
        ],
      },
    },
    {
      name: 'only-commands-call-other-people-rooms',
      comment: 'Pages, sources, subscriptions, notifications and operations do not know one another.',
      severity: 'error',
      from: { path: '^src/(web|sources|subscriptions|notifications|operations)/' },
      to: { path: '^src/(web|cli|sources|subscriptions|notifications|operations|synthetic)/', pathNot: '^src/$1/' },
    },
    {
      name: 'only-the-adapter-knows-sqlite',
      comment: 'Nothing outside platform/sqlite knows which database there is.',
      severity: 'error',
      from: { pathNot: '^src/platform/sqlite/' },
      to: { path: 'better-sqlite3' },
    },
    {
      name: 'only-the-adapter-knows-kafkajs',
      comment: 'kafkajs is no longer developed: nothing outside platform/kafka would have to change with it.',
      severity: 'error',
      from: { pathNot: '^src/platform/kafka/' },
      to: { path: 'node_modules/kafkajs' },
    },
    {
      name: 'only-the-adapter-knows-mongoose',
      comment: 'Nothing outside platform/mongo knows which document database there is.',
      severity: 'error',
      from: { pathNot: '^src/platform/mongo/' },
      to: { path: 'node_modules/(mongoose|mongodb)' },
    },
    {
      name: 'only-composition-knows-the-mode',
      comment:
        'Which log and which stores there are is for the composition, the platform and the operations on a store alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(apps|platform|operations)/' },
      to: { path: '^src/platform/(sqlite|kafka|mongo)/' },
    },
    {
      name: 'synthetic-knows-only-the-kernel',
      comment: 'The synthetic population is made from the published language alone.',
      severity: 'error',
      from: { path: '^src/synthetic/' },
      to: { path: '^src/', pathNot: '^src/(kernel|synthetic)/' },
    },
    {
      name: 'only-disclosure-marks-what-may-leave',
      comment: 'Counts leave through the exit of disclosure: nobody else marks something as shown.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/disclosure/' },
      to: { path: '^src/disclosure/domain/mark\\.ts$' },
    },
    {
      name: 'no-circles',
      comment: 'Data flows one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-does-not-import-tests',
      comment: 'What runs at a hospital holds nothing of the tests or the benches.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
  },
};
