// What is said of a link's command that the model refuses: the words of its button, whichever run of the link has it.
import { lessons } from 'virtual:lessons';
import { afterAll, describe, expect, it } from 'vitest';
import { problemOf, readLinked } from '../../../src/apps/course/linked';
import { enImageSentences } from '../../../src/i18n/en/imageSentences';
import { sentences } from '../../../src/i18n/sentences';
import { packSituation, type Situation } from '../../../src/link/situations';
import { basicModel } from '../../../src/sim/basicModel';
import { SECOND } from '../../../src/sim';
import { learnImages } from '../../../src/words/images';
import { fallen, forked } from '../../link/situations';

/** What is said to be wrong with the link of a situation. */
async function said(situation: Situation) {
  const reading = readLinked(await packSituation(situation), 'link', lessons, null);
  return reading.then(() => null, problemOf);
}

const panic = fallen.journal[1]!;
const twice = [...fallen.journal, panic];
const early = { ...panic, at: 8 * SECOND };
const from = { run: 0, at: 7 * SECOND, inherited: 1 };
const parting = { from, journal: [fallen.journal[0]!, early, early] };

describe('a command that is refused', () => {
  it.each<[string, Situation]>([
    ['the run that is shown', { ...fallen, journal: twice }],
    ['the run that it left', { ...forked, runs: [{ journal: twice }, { from }] }],
    ['a run that left it', { ...fallen, v: 2, runs: [{}, parting] }],
  ])('is told by what its button says: in %s', async (_, situation) => {
    expect(await said(situation)).toMatchObject({
      code: 'refused',
      label: 'Send a kernel panic to host-b',
      why: expect.stringMatching(/^The host OS of host-b .+\.$/) as string,
    });
  });

  describe('on a page that has loaded no engine for it', () => {
    afterAll(learnImages);

    it('is told so too', async () => {
      Reflect.deleteProperty(sentences.commands, 'run-container');
      const run = { at: SECOND, command: { name: 'run-container', target: 'image/none' } };
      const problem = await said({ ...fallen, journal: [run] });
      expect(problem?.code === 'refused' && problem.label).toMatch(/^Run a container of /);
    });
  });
});

describe('the sentences about images', () => {
  it('say nothing of what a page without them can do', () => {
    const names = basicModel.commands.map(({ name }) => name);
    expect(names.filter((name) => name in enImageSentences.commands)).toEqual([]);
  });
});
