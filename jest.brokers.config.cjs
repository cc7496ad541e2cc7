const base = require('./jest.config.js');

/** Tests against real brokers and a real database: `npx jest --config jest.brokers.config.cjs`. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/brokers'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/servers/global-setup.ts',
  globalTeardown: '<rootDir>/test/servers/global-teardown.ts',
  // They share the servers, and some take them down.
  maxWorkers: 1,
  testTimeout: 1_800_000,
};
