// The first half minute: from the bare address to a fallen kernel, back in time, and to another future.
import { openFirst } from './learner';
import { expect, test } from './page';

test('a kernel falls with one click, and another future begins where one goes back', async ({ page }) => {
  const learner = await openFirst(page);
  // Some seconds are played after what is broken, and then time rests.
  await learner.setSpeed('10×');
  await learner.press(/^Send a kernel panic/);
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();

  await expect(learner.button('Play')).toBeVisible();
  const later = await learner.seconds();
  await learner.dragBackBefore(4);
  await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
  await expect(page.getByText('6 of 6 copies serving', { exact: true })).toHaveCount(2);

  await learner.press('Send a kernel panic to VM 2');
  await expect(page.getByText('1 copy fell', { exact: true })).toBeVisible();
  await expect.poll(() => learner.seconds()).toBeGreaterThan(6);
  expect(later).toBeGreaterThan(6);

  const { runs } = learner;
  await expect(runs).toHaveCount(2);
  await expect(runs.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await runs.nth(0).click();
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await expect(page.getByText('1 copy fell', { exact: true })).toHaveCount(0);
  await expect(learner.box('VM 2')).toHaveAccessibleName(/running/);

  await runs.nth(1).click();
  await expect(page.getByText('1 copy fell', { exact: true })).toBeVisible();
  await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
  await expect(learner.box('host OS of host-b')).toHaveAccessibleName(/running/);
});

test('whoever broke the other one first is offered the one that the title asks about', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.select('guest OS of VM 2');
  await learner.press('Send a kernel panic to VM 2');
  const other = page.locator('.words').getByRole('button', { name: 'Send a kernel panic to host-b' });
  await expect(other).toBeVisible();
  await learner.dragBackBefore(4);
  await other.click();
  await expect(learner.runs).toHaveCount(2);
  await expect(other).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a finger breaks, drags back and breaks again', async ({ page }) => {
    const learner = await openFirst(page);
    await learner.setSpeed('10×');
    await learner
      .button(/^Send a kernel panic/)
      .first()
      .tap();
    await expect(page.getByText('6 copies fell', { exact: true })).toBeInViewport();
    await expect(learner.button('Play')).toBeVisible();

    await learner.swipeBackBefore(4);
    await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
    await learner.button('Send a kernel panic to VM 2').first().tap();
    await expect(page.getByText('1 copy fell', { exact: true })).toHaveCount(1);
    await expect(learner.runs).toHaveCount(2);
  });
});
