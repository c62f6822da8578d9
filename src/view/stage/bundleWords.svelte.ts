// How words are written on bundles: asked for when the first bundle is drawn, and known to every stage from then on.
import type { BundleWriter } from '../../layout/label/onBundle';

let writer = $state.raw<BundleWriter>();
let coming: Promise<void> | null = null;

export const bundleWords = {
  /** Undefined until it is there: then each bundle has one word for all. */
  get current(): BundleWriter | undefined {
    return writer;
  },

  /** Loads it, unless that was asked for before. */
  load(): void {
    coming ??= import('../../layout/label/onBundle').then(
      ({ bundleLabels }) => void (writer = bundleLabels),
      () => undefined,
    );
  },
};
