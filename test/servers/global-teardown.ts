import { stopRunning } from './running';

/** Jest's global teardown of the broker tests. */
export default stopRunning;
