// Words that a first view has none of: on the line of a host, under names that copies share, beside floors that stand
// on others, and on bundles; the last are asked for when the first bundle is drawn, and known to every stage from then on.
import { aboveHost } from '../../layout/label/above';
import { raisedTabs } from '../../layout/label/beside';
import { giveWay } from '../../layout/label/giveWay';
import { lineNotes } from '../../layout/label/lineNotes';
import { onTwins } from '../../layout/label/numbers';
import { asFallen, oneForm } from '../../layout/label/oneForm';
import type { LateWords } from '../../layout/label/telling';

let words = $state.raw<LateWords>({
  aboveHost,
  oneForm,
  asFallen,
  lineNotes,
  onTwins,
  raisedTabs,
  giveWay,
});
let coming: Promise<void> | null = null;

export const lateWords = {
  /** Without those on bundles until they are there: then each bundle has one word for all. */
  get current(): LateWords {
    return words;
  },

  /** Loads those on bundles, unless that was asked for before. */
  loadOnBundle(): void {
    coming ??= import('../../layout/label/onBundle').then(
      ({ bundleLabels }) => void (words = { ...words, onBundle: bundleLabels }),
      () => undefined,
    );
  },
};
