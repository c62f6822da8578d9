// The site as it is built: it opens, keeps to its policy, and these tests would notice if it did not.
import { policy } from '../../src/build/contentSecurityPolicy';
import { deckPolicy } from '../../src/build/deckPolicy';
import { pageAddresses } from '../../src/build/addresses.mjs';
import { expect, test } from './page';

test('the course opens', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Blast Radius/);
  await expect(page.locator('#app')).not.toBeEmpty();
});

for (const [name, allowed] of Object.entries({
  'index.html': policy,
  'projector.html': policy,
  'embed.html': policy,
  'workbench.html': policy,
  'deck.html': deckPolicy(),
}))
  test(`${name} forbids scripts that are not files of the site, and every other origin`, async ({ page }) => {
    const response = await page.request.get(`./${name}`);
    // Neither may forbid a deck to hold it in a frame.
    expect(Object.keys(response.headers())).not.toContain('x-frame-options');
    expect(response.headers()['content-security-policy'] ?? '').not.toContain('frame-ancestors');
    const html = await response.text();
    const written =
      /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
    const rules = new Map(
      written
        .replaceAll('&#39;', "'")
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
    );
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')?.filter((source) => !source.startsWith("'sha256-"))).toEqual(["'self'"]);
    for (const sources of rules.values())
      for (const source of sources)
        expect(source).toMatch(/^('self'|'none'|data:|blob:|'sha256-.+'|'unsafe-inline')$/);
    expect(Object.fromEntries([...rules].map(([rule, sources]) => [rule, sources.join(' ')]))).toEqual(
      allowed,
    );
  });

test('every address that npm start prints leads to a page of ours', async ({ page, baseURL }) => {
  const addresses = pageAddresses(baseURL!);
  // The server gives the course for what it does not know: each page is known by a script of its own.
  const scripts = { Course: 'index-', Class: 'projector-', Slides: 'deck-' };
  expect(addresses.map(({ what }) => what)).toEqual(Object.keys(scripts));
  for (const { what, address } of addresses) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const script = scripts[what as keyof typeof scripts];
    await expect(page.locator(`script[src*="/${script}"]`)).toHaveCount(1);
  }
});

test('an inline script and another origin are blocked, and noticed', async ({ page, complaints }) => {
  await page.goto('./');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    await fetch('https://example.org/').catch(() => undefined);
    return document.title === 'ran';
  });
  expect(ran).toBe(false);
  await expect.poll(() => complaints.join('\n')).toMatch(/policy: script-src-elem inline/);
  await expect.poll(() => complaints.join('\n')).toMatch(/policy: connect-src https:\/\/example.org/);
  complaints.length = 0;
});

test('an error of the page is noticed', async ({ page, complaints }) => {
  await page.goto('./');
  await page.evaluate(() => {
    console.error('said so');
    setTimeout(() => {
      throw new Error('thrown');
    }, 0);
  });
  await expect.poll(() => [...complaints].sort()).toEqual(['console: said so', 'error: thrown']);
  complaints.length = 0;
});

test('back and forward lead through the pages', async ({ page }) => {
  const start = page.getByRole('button', { name: /^Send a kernel panic/ }).first();
  const lesson = page.getByRole('button', { name: 'Lock my answer' });
  await page.goto('./');
  await page.getByRole('link', { name: 'One kernel falls' }).click();
  await expect(lesson).toBeVisible();
  await page.goBack();
  await expect(start).toBeVisible();
  await page.goForward();
  await expect(lesson).toBeVisible();
  await page.getByRole('link', { name: 'Blast Radius' }).click();
  await expect(start).toBeVisible();
});
