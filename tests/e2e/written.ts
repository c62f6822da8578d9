// What the address of a page holds, unpacked: a test that waits for it does not take an earlier address for it.
import type { Page } from '@playwright/test';
import { unpackSituation, type Situation } from '../../src/link/situations';

/** The situation in the address of a page. Rejects while there is none. */
export function written(page: Page): Promise<Situation> {
  return unpackSituation(new URLSearchParams(page.url().split('?')[1]).get('s') ?? '');
}
