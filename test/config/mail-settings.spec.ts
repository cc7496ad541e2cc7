import { join } from 'node:path';
import { readSettings } from '../../src/platform/config/settings';

test('reports go below the data folder unless another is named', () => {
  expect(readSettings({ REHABSPOR_DATA: '/srv/x' }).reportsFolder).toBe(join('/srv/x', 'reports'));
  expect(readSettings({ REHABSPOR_REPORTS: '/srv/reports' }).reportsFolder).toBe('/srv/reports');
});

test('without a mail server no mail is sent', () => {
  expect(readSettings({}).mail).toBeUndefined();
});

test('a mail server and a sender are read together', () => {
  const environment = { REHABSPOR_SMTP_URL: 'smtps://a:b@mail.example.org:465', REHABSPOR_SMTP_FROM: 'r@example.org' };

  expect(readSettings(environment).mail).toEqual({ url: 'smtps://a:b@mail.example.org:465', from: 'r@example.org' });
});

test.each([
  [{ REHABSPOR_SMTP_URL: 'smtp://mail.example.org' }, 'REHABSPOR_SMTP_FROM'],
  [{ REHABSPOR_SMTP_FROM: 'r@example.org' }, 'REHABSPOR_SMTP_URL'],
  [{ REHABSPOR_SMTP_URL: 'http://mail.example.org', REHABSPOR_SMTP_FROM: 'r@example.org' }, 'REHABSPOR_SMTP_URL'],
  [{ REHABSPOR_SMTP_URL: 'smtp://mail.example.org', REHABSPOR_SMTP_FROM: 'nobody' }, 'REHABSPOR_SMTP_FROM'],
])('%j is a fault that names the setting', (environment, setting) => {
  expect(() => readSettings(environment)).toThrow(`${setting} must be`);
});

test('whom people write to about the pages is read, with a telephone number where there is one', () => {
  expect(readSettings({}).contact).toBeUndefined();
  expect(readSettings({ REHABSPOR_CONTACT: 'hjerte@example.dk' }).contact).toEqual({ mail: 'hjerte@example.dk' });
  expect(readSettings({ REHABSPOR_CONTACT: 'hjerte@example.dk, +45 12 34 56 78' }).contact).toEqual({
    mail: 'hjerte@example.dk',
    phone: '+45 12 34 56 78',
  });
});

test.each(['nobody', 'hjerte@example.dk, ring', 'hjerte@example.dk, 12345678, 87654321'])(
  '%j is nobody to write to',
  (contact) => {
    expect(() => readSettings({ REHABSPOR_CONTACT: contact })).toThrow('REHABSPOR_CONTACT must be a mail address');
  },
);
