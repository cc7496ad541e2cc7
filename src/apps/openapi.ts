import { readSettings } from '../platform/config/settings';
import { writeDocument } from '../platform/http/openapi/write-document';
import { startServer } from './start';

const SETTINGS = { REHABSPOR_PORT: '0', REHABSPOR_KEY: 'of an empty store' };

void writeDocument((folder) => startServer(readSettings({ ...SETTINGS, REHABSPOR_DATA: folder }), { silent: true }));
