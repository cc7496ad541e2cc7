const typescript = ({ tsx }) => ({
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    target: 'es2023',
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
});

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  // Jest itself would leave one processor idle.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1.5GB',
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  // They need servers, a browser or packages of their own: npm run test:brokers, test:browser, test:oracle.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/brokers/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/oracle/',
  ],
  // Published as ES modules only; their other build is what Jest can load.
  moduleNameMapper: { '^(d3-[a-z-]+|internmap)$': '<rootDir>/node_modules/$1/dist/$1.js' },
  setupFiles: ['reflect-metadata'],
  // Node takes these ES modules as they are; Jest below Node 24.9 does not, so that it gets them made over.
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|openid-client|oauth4webapi|hyparquet|hyparquet-compressors|hyparquet-writer|hysnappy)/)',
  ],
  transform: {
    '/node_modules/(jose|openid-client|oauth4webapi|hyparquet|hyparquet-compressors|hyparquet-writer|hysnappy)/.+\\.js$':
      ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
    '^.+\\.ts$': ['@swc/jest', typescript({ tsx: false })],
    '^.+\\.tsx$': ['@swc/jest', typescript({ tsx: true })],
  },
  // No test passes or fails by how fast the machine is: this only ends what hangs.
  testTimeout: 600_000,
};
