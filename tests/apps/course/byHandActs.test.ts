// What is done to a container by hand is offered with it, and what has no recipe says why it cannot be built.
import { expect, it } from 'vitest';
import * as late from '../../../src/apps/course/lateActs';
import { offersFor } from '../../../src/apps/course/offers';
import { createRun, SECOND, type Command } from '../../../src/sim';
import { baseHub, built, builder, debianArchive, repository } from '../../fixtures/builds';
import { imageHost } from '../../fixtures/images';

const byHand = { kind: 'image', name: 'by-hand', spec: { reference: 'shop/search:by-hand' } };
const boxes = [...imageHost([built(), byHand]), repository(), builder(), debianArchive, baseHub()];
const run = createRun({ id: 'offers', seed: 1, world: { boxes } });
run.do({ name: 'publish-fix', target: 'distribution/debian', args: { advisory: 'CVE-2024-5535' } });
run.do({ name: 'build-image', target: 'image/search' });
run.seek(60 * SECOND);
run.do({ name: 'run-container', target: 'image/search' });
run.seek(63 * SECOND);
const groups = offersFor('container/search-1', {
  view: run.view(),
  allows: () => true,
  check: (command: Command) => run.check(command),
  late,
});

it('offers to patch and to keep a container', () => {
  const labels = groups.flatMap(({ offers }) => offers.map(({ label }) => label));
  expect(labels).toEqual(
    expect.arrayContaining([
      'Patch openssl in search 1 by hand',
      'Keep search 1 as it is as the image by-hand',
      'Scan the image search',
      'Push the image search to its registry',
    ]),
  );
  expect(labels).not.toContain('Patch libicu in search 1 by hand');
});
