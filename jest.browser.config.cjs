const base = require('./jest.config.js');

/** Tests in a real browser against the built program: `npm run test:browser`. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/browser/global-setup.ts',
  globalTeardown: '<rootDir>/test/browser/global-teardown.ts',
  // They share the demo's server, and some change what it holds.
  maxWorkers: 1,
  testTimeout: 600_000,
};
