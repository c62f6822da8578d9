// The `test` of every end-to-end test: it fails when the page complains, whatever else was asked.
import { test as base } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

export { expect } from '@playwright/test';

interface Fixtures {
  /** What went wrong so far: errors of the page and its console, violations of its policy, other origins. */
  complaints: string[];
  /** What may be complained of, at any moment of a test; null: nothing. */
  tolerated: RegExp | null;
}

/** Playwright's `test`, whose pages may not log an error, throw, break their policy or ask another origin. */
export const test = base.extend<Fixtures>({
  tolerated: [null, { option: true }],
  complaints: async ({ context, baseURL, tolerated }, use) => {
    const complaints: string[] = [];
    await listen(context, new URL(baseURL ?? '').origin, complaints);
    await use(complaints);
    base.expect(complaints.filter((complaint) => !tolerated?.test(complaint))).toEqual([]);
  },
  page: async ({ complaints: _, page }, use) => {
    await use(page);
  },
});

async function listen(context: BrowserContext, origin: string, complaints: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!isOwn) complaints.push(`other origin: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
}
