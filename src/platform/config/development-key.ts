import { isLoopback } from '../http/host-check';
import { SettingsError, type Settings } from './settings';

/** Throws `SettingsError` where others than programs of this machine would be served under the development key. */
export function refuseDevelopmentKey({ isDevelopmentKey, mode, http }: Settings): void {
  if (!isDevelopmentKey || (mode === 'embedded' && isLoopback(http.host))) return;
  const where =
    mode === 'distributed' ? 'in distributed mode' : `on ${http.host}, which other machines may reach (REHABSPOR_HOST)`;
  throw new SettingsError(
    `REHABSPOR_KEY is not set, and the development key is for constructed CPR numbers on this machine alone: nothing is ` +
      `started with it ${where}. Set REHABSPOR_KEY to a secret of at least 16 characters.`,
  );
}
