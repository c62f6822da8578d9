// A stage of 200 containers, which stand on it as bundles.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { packSituation } from '../../src/link/situations';
import { MODEL_VERSION } from '../../src/sim';
import { crowd } from '../fixtures/crowds';

/** Opens the page with the crowd, two copies of search being down; returns their bundle. */
export async function openCrowd(page: Page): Promise<Locator> {
  const killed = ['crowd-search-2', 'crowd-search-5'].map((name) => ({
    at: 1_000_000,
    command: { name: 'kill-process', target: `process/${name}` },
  }));
  const link = await packSituation({
    v: 1,
    model: MODEL_VERSION,
    scenario: { id: 'crowd', world: { boxes: [crowd] } },
    seed: 1,
    journal: killed,
    at: 1_050_000,
    selected: null,
  });
  await page.goto(`./#/?s=${encodeURIComponent(link)}`);
  const bundle = page.getByRole('treeitem', { name: /^search ×67, / });
  await expect(bundle).toBeVisible();
  return bundle;
}
