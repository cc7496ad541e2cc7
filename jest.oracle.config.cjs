const base = require('./jest.config.js');

/** Our decisions beside those of other people's programs: `npm run test:oracle`. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/oracle'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/oracle/global-setup.ts',
};
