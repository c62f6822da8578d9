// What a distribution publishes, and what a scanner finds in an image with it.
import type { AnswerName } from '../answers';
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { findingsIn, type Advisory } from '../../resources/packages';
import { unlessStored } from '../layer/commands';
import { contentOf, digestsIn, layerOn } from '../layer/store';
import { NONE } from '../../engine/facts';
import { historyOf } from '../builder/history';
import { advisoriesIn, packagesIn } from './facts';

const advisory: ArgumentRule = {
  wanted: 'the name of an advisory',
  accepts: (value) => typeof value === 'string' && value !== '',
};

const advisoriesOf = (reader: Reader, self: EntityNumber) =>
  advisoriesIn(reader.value(self, 'advisories') as string);

/** An advisory of a distribution that its archive has no fixed package for yet, or undefined. */
function openAdvisory(reader: Reader, self: EntityNumber, id: string): Advisory | undefined {
  return advisoriesOf(reader, self).find((each) => each.id === id && each.known !== true);
}

/** What is known by all distributions. */
function allAdvisories(reader: Reader): readonly Advisory[] {
  const boxes = Array.from({ length: reader.count }, (_, box) => box);
  return boxes
    .filter((box) => reader.kind(box) === 'distribution')
    .flatMap((box) => advisoriesOf(reader, box));
}

/** The package database that is seen through all layers is read, and compared with what is known. */
function scan(acts: Acts, image: EntityNumber): void {
  const disk = acts.floor(image);
  const digest = acts.value(image, 'digest') as string;
  const layers = digestsIn(acts.value(image, 'layers') as string);
  const stack = [...layers].reverse().map((each) => {
    const layer = layerOn(acts, disk, each);
    return layer === NONE ? { files: [] } : contentOf(acts, layer);
  });
  const found = findingsIn(stack, allAdvisories(acts));
  const places = found.map(({ depth }) => layers.length - 1 - depth);
  const history = historyOf(acts, image);
  acts.tell(image, 'image.scanned' satisfies AnswerName, {
    digest,
    found: found.length,
    advisories: found.map((each) => each.advisory),
    packages: found.map((each) => each.package),
    versions: found.map((each) => each.version),
    fixed: found.map((each) => each.fixed),
    layers: places.map((place) => layers[place]!),
    instructions: places.map((place) => history[place] ?? ''),
  });
}

/** A fix is published, an image is scanned. */
export const distributionCommands: readonly CommandDefinition[] = [
  {
    name: 'publish-fix',
    on: ['distribution'],
    args: { advisory },
    refuse: (reader, self, args) =>
      openAdvisory(reader, self, args['advisory'] as string) === undefined
        ? { code: 'no-advisory', data: { box: reader.id(self), advisory: args['advisory']! } }
        : null,
    events: (reader, self, args) => {
      const fix = openAdvisory(reader, self, args['advisory'] as string)!;
      const packages = packagesIn(reader.value(self, 'packages') as string);
      const { bytes = 0 } = packages[fix.package] ?? {};
      const known = advisoriesOf(reader, self).map((each) =>
        each.id === fix.id ? { ...each, known: true } : each,
      );
      return [
        {
          type: 'FIX',
          packages: JSON.stringify({ ...packages, [fix.package]: { version: fix.fixed, bytes } }),
          advisories: JSON.stringify(known),
          advisory: fix.id,
          fixed: `${fix.package} ${fix.fixed}`,
        },
      ];
    },
  },
  {
    name: 'scan-image',
    on: ['image'],
    refuse: (reader, image) => unlessStored(reader, image, image),
    does: scan,
    events: () => [],
  },
];
