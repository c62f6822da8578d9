// The Dockerfile in the text of lesson 7: what builds make of its lines, and what somebody reads who misspells one.
import { Learner } from './learner';
import { expect, test } from './page';

test('a Dockerfile is edited, misspelled, refused by its builder, and mended', async ({ page }) => {
  await page.goto('./#/lesson/build-it-again?step=2&speed=100');
  const learner = new Learner(page);
  const recipe = page.getByRole('region', { name: 'Dockerfile of search' });
  const field = recipe.getByRole('textbox', { name: 'Dockerfile' });
  const signs = (sign: string) => recipe.locator(`[data-sign=${sign}]`);
  const edit = recipe.getByRole('button', { name: 'Edit the Dockerfile' });

  // As long as the question is open there is only the recipe.
  await expect(recipe.getByRole('listitem')).toHaveCount(5);
  await expect(edit).toHaveCount(0);
  await learner.answer('COPY, and what comes');
  await learner.press('Build search on the laptop');
  await expect(signs('noted')).toHaveText(/no layer/);
  await expect(signs('ran')).toHaveCount(3);
  await expect(signs('cached')).toHaveCount(1);

  await edit.press('Enter');
  await expect(field).toBeFocused();
  // Not once more over the field in which they stand.
  await expect(recipe.getByRole('listitem')).toHaveCount(0);
  const written = await field.inputValue();
  await field.fill(written.replace('RUN make', 'RUNN make'));
  await recipe.getByRole('button', { name: 'Commit the Dockerfile' }).press('Enter');
  await expect(edit).toBeFocused();
  await learner.press('Build search on the laptop');
  await expect(signs('failed')).toHaveText(/failed here/);
  await expect(recipe).toContainText('unknown instruction: RUNN (did you mean RUN?)');
  await expect(recipe).toContainText('it is what it was before. Mend that line, and build again.');

  await edit.press('Enter');
  await expect(recipe.getByRole('listitem')).toHaveText(/failed here/);
  await field.fill('# '.repeat(2_001));
  await recipe.getByRole('button', { name: 'Commit the Dockerfile' }).press('Enter');
  await expect(recipe).toContainText('That is too long for a link');
  await field.fill(written);
  await recipe.getByRole('button', { name: 'Commit the Dockerfile' }).press('Enter');
  await learner.press('Build search on the laptop');
  await expect(signs('cached')).toHaveCount(4);
});
