/** The rooms and the arrows between them (README, "Rooms"). Each rule is a sentence. */
const ROOMS = ['intake', 'pathways', 'indicators', 'feeds', 'reporting', 'access', 'web'];
const room = `^src/(${ROOMS.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is the published language: plain types and small functions that import nothing else.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'ports-import-kernel-only',
      comment: 'A port is said in the kernel’s words.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: '^src/(kernel|ports)/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Inside a room the domain imports the kernel and itself only (access may use node:crypto, statistics jstat).',
      severity: 'error',
      from: { path: '^src/([^/]+)/domain/' },
      to: { pathNot: ['^src/kernel/', '^src/$1/domain/', '^(node:)?crypto$', '^node_modules/jstat/'] },
    },
    {
      name: 'application-knows-domain-and-ports',
      comment: 'Use cases import their own room, the kernel and ports; never an adapter, a framework or the platform.',
      severity: 'error',
      from: { path: '^src/([^/]+)/application/' },
      to: { pathNot: ['^src/kernel/', '^src/ports/', '^src/$1/(domain|application)/', '^(node:)?crypto$'] },
    },
    {
      name: 'rooms-do-not-know-each-other',
      comment: 'Rooms meet only through topics and the kernel’s plain types.',
      severity: 'error',
      from: { path: room, pathNot: '^src/web/' },
      to: { path: room, pathNot: '^src/$1/' },
    },
    {
      name: 'pages-are-drawn-from-what-rooms-offer',
      comment:
        'The web room draws pages from reporting, feeds and pathways; it never reaches into how they keep things.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: room, pathNot: ['^src/web/', '^src/(reporting|feeds|pathways)/(domain|application)/'] },
    },
    {
      name: 'rooms-do-not-know-apps',
      comment: 'Composition knows the rooms, never the other way round.',
      severity: 'error',
      from: { pathNot: '^src/apps/' },
      to: { path: '^src/apps/' },
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
      comment: 'Rooms know ports; which log and which stores there are is for the composition alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(apps|platform)/' },
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
      name: 'no-circles',
      comment: 'Data flows one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-does-not-import-tests',
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
